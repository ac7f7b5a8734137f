/** What a start of the service needs before anything else: the stores, as soon as they are available. Uses Spring and the driver only. */
@NullMarked
package org.dutyledger.submission.start;

import org.jspecify.annotations.NullMarked;
