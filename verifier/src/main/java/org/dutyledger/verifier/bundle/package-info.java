/** The proof bundle of an issued report: its parts, and its one spelling. */
@NullMarked
package org.dutyledger.verifier.bundle;

import org.jspecify.annotations.NullMarked;
