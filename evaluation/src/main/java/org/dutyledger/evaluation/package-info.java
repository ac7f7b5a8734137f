/** What the figures mean: exact-decimal CEL expressions, measures, rules and the verdict of an indicator. Pure and free of Spring. */
@NullMarked
package org.dutyledger.evaluation;

import org.jspecify.annotations.NullMarked;
