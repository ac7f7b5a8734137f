/** What comes in through any endpoint, read strictly, and how it becomes a command. */
@NullMarked
package org.dutyledger.submission.intake.request;

import org.jspecify.annotations.NullMarked;
