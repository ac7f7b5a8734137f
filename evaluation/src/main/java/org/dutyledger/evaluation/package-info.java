/**
 * Evaluation of figures: exact numbers and bounds, measures, rules and the verdict of an indicator. Pure and free of
 * Spring.
 */
@NullMarked
package org.dutyledger.evaluation;

import org.jspecify.annotations.NullMarked;
