/** A report file read back without the code that rendered it, and compared with the model. */
@NullMarked
package org.dutyledger.verifier.document;

import org.jspecify.annotations.NullMarked;
