/** The rules for one item of a submission: a named list of pure policies, and the fact that follows. Plain Java. */
@NullMarked
package org.dutyledger.submission.domain.policy;

import org.jspecify.annotations.NullMarked;
