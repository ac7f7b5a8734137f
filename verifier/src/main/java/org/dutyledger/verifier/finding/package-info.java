/** Results of the checks: lines in Chinese and English, and the first failure, with its code. */
@NullMarked
package org.dutyledger.verifier.finding;

import org.jspecify.annotations.NullMarked;
