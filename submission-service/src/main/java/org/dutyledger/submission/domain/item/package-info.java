/** An item of a submission: what is asked for, under which terms, and its state. Plain Java. */
@NullMarked
package org.dutyledger.submission.domain.item;

import org.jspecify.annotations.NullMarked;
