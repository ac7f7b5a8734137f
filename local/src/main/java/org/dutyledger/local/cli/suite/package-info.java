/** Commands that start, show and end the suite on this machine. */
@NullMarked
package org.dutyledger.local.cli.suite;

import org.jspecify.annotations.NullMarked;
