/** The four services in this JVM: how one is started, how all are, and how one is asked for its health. */
@NullMarked
package org.dutyledger.local.start;

import org.jspecify.annotations.NullMarked;
