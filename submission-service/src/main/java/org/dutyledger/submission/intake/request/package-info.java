/** Requests of every endpoint, read strictly, and their conversion to commands. */
@NullMarked
package org.dutyledger.submission.intake.request;

import org.jspecify.annotations.NullMarked;
