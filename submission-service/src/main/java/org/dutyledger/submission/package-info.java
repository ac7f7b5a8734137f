/** The submission service: owns the only ledger. Here it is put together; what it does is in the packages below. */
@NullMarked
package org.dutyledger.submission;

import org.jspecify.annotations.NullMarked;
