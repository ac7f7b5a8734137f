/** The browser's session: a token in a cookie that no script can read, turned back into a bearer token on entry. */
@NullMarked
package org.dutyledger.gateway.security;

import org.jspecify.annotations.NullMarked;
