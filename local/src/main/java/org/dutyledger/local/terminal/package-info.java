/** What the command line prints: columns that fit Chinese, progress, times. */
@NullMarked
package org.dutyledger.local.terminal;

import org.jspecify.annotations.NullMarked;
