/** Checks an issued report against its proof bundle: the program an auditor runs, and the order of its checks. */
@NullMarked
package org.dutyledger.verifier;

import org.jspecify.annotations.NullMarked;
