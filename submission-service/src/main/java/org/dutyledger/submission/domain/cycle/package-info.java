/** The aggregate Cycle: opened with one framework, organisations registered, closed, reports issued. */
@NullMarked
package org.dutyledger.submission.domain.cycle;

import org.jspecify.annotations.NullMarked;
