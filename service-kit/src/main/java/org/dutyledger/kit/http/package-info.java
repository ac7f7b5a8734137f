/** HTTP side of every service: token check, caller as an argument, errors as problem details, shared defaults. */
@NullMarked
package org.dutyledger.kit.http;

import org.jspecify.annotations.NullMarked;
