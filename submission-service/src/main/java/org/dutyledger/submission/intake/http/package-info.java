/** The HTTP endpoint: checks who calls and hands the request to the intake off the event loop. */
@NullMarked
package org.dutyledger.submission.intake.http;

import org.jspecify.annotations.NullMarked;
