/** Which frameworks (指标体系) this build knows, and where in a framework an item stands. Uses indicators only. */
@NullMarked
package org.dutyledger.submission.framework;

import org.jspecify.annotations.NullMarked;
