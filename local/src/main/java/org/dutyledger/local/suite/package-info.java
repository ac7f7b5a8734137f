/** The four services in one JVM: how they are started, found again and ended. */
@NullMarked
package org.dutyledger.local.suite;

import org.jspecify.annotations.NullMarked;
