/** Prerequisites of a start of the service: waits until the stores are available. Uses Spring and the driver only. */
@NullMarked
package org.dutyledger.submission.start;

import org.jspecify.annotations.NullMarked;
