/** The frameworks (指标体系) of this build, and the place of an item in a framework. Uses indicators only. */
@NullMarked
package org.dutyledger.submission.framework;

import org.jspecify.annotations.NullMarked;
