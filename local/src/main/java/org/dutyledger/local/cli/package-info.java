/** The commands of {@code ./dutyledger}. */
@NullMarked
package org.dutyledger.local.cli;

import org.jspecify.annotations.NullMarked;
