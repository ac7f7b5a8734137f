/** Numbers that are exact or bounds, and what expressions over them come to. */
@NullMarked
package org.dutyledger.evaluation.expression;

import org.jspecify.annotations.NullMarked;
