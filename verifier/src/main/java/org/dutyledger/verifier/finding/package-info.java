/** What the checks say: lines in Chinese and English, and the first thing that does not hold, with its code. */
@NullMarked
package org.dutyledger.verifier.finding;

import org.jspecify.annotations.NullMarked;
