/** Rules for texts of records and frameworks, the same for every source. */
@NullMarked
package org.dutyledger.indicators.text;

import org.jspecify.annotations.NullMarked;
