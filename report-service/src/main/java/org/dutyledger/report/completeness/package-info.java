/**
 * The difference between a draft and a final report: the mark of a draft, and what a final report must have. Pure: no
 * clock, no store.
 */
@NullMarked
package org.dutyledger.report.completeness;

import org.jspecify.annotations.NullMarked;
