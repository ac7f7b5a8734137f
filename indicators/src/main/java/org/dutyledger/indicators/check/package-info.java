/** Checks what a framework promises once it is read; each check adds its problems with the line they stand in. */
@NullMarked
package org.dutyledger.indicators.check;

import org.jspecify.annotations.NullMarked;
