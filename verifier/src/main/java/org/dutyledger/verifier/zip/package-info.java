/** ZIP files whose bytes are not to be trusted. */
@NullMarked
package org.dutyledger.verifier.zip;

import org.jspecify.annotations.NullMarked;
