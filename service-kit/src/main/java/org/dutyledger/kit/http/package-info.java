/** The endpoint of every service: token check, caller as an argument, errors told as problem details, shared defaults. */
@NullMarked
package org.dutyledger.kit.http;

import org.jspecify.annotations.NullMarked;
