/** Numbers that are exact or bounds, and the values of expressions over them. */
@NullMarked
package org.dutyledger.evaluation.expression;

import org.jspecify.annotations.NullMarked;
