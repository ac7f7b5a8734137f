/** The aggregate IndicatorEvidence (cycle × indicator or section) and the handling of submissions and reviews that touch several of them. */
@NullMarked
package org.dutyledger.submission.domain.evidence;

import org.jspecify.annotations.NullMarked;
