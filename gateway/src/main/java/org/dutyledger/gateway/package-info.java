/** The single entry point of the suite: it checks tokens, routes to the services, and serves the live page. It has no domain type. */
@NullMarked
package org.dutyledger.gateway;

import org.jspecify.annotations.NullMarked;
