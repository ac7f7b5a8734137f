/** What happens to a call on its way to a service: how often it may come, and how a silent service is told. */
@NullMarked
package org.dutyledger.gateway.route;

import org.jspecify.annotations.NullMarked;
