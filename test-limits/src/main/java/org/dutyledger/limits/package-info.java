/** The time limit of every test JVM. */
@NullMarked
package org.dutyledger.limits;

import org.jspecify.annotations.NullMarked;
