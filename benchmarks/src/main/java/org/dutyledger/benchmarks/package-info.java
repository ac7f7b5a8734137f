/** The entry of all load tools. */
@NullMarked
package org.dutyledger.benchmarks;

import org.jspecify.annotations.NullMarked;
