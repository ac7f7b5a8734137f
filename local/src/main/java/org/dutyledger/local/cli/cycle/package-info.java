/** Commands that work with a cycle of a running suite. */
@NullMarked
package org.dutyledger.local.cli.cycle;

import org.jspecify.annotations.NullMarked;
