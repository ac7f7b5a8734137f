/** Handling of a call on its way to a service: rate limit, and the answer for a silent service. */
@NullMarked
package org.dutyledger.gateway.route;

import org.jspecify.annotations.NullMarked;
