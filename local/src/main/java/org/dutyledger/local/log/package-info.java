/** The log of a suite, and the last line of one that ended by itself. */
@NullMarked
package org.dutyledger.local.log;

import org.jspecify.annotations.NullMarked;
