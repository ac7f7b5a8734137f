/** A report file read back without the code that rendered it, and compared with what the model says. */
@NullMarked
package org.dutyledger.verifier.document;

import org.jspecify.annotations.NullMarked;
