/** Checks the promises of a framework that was read; each check adds its problems with their line. */
@NullMarked
package org.dutyledger.indicators.check;

import org.jspecify.annotations.NullMarked;
