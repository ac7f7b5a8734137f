/** Output of the command line: columns that fit Chinese, progress, times. */
@NullMarked
package org.dutyledger.local.terminal;

import org.jspecify.annotations.NullMarked;
