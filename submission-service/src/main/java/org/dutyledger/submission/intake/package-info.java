/** Where every endpoint leads: one intake stamps, answers repeated requests with the first receipt, and lets the domain decide. */
@NullMarked
package org.dutyledger.submission.intake;

import org.jspecify.annotations.NullMarked;
