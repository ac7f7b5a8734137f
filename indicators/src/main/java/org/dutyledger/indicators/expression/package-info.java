/** The expressions of measures and rules, as far as they can be checked without values: names, units, yes-or-no. */
@NullMarked
package org.dutyledger.indicators.expression;

import org.jspecify.annotations.NullMarked;
