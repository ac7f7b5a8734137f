/** Files and options that a person gives to the program. */
@NullMarked
package org.dutyledger.verifier.input;

import org.jspecify.annotations.NullMarked;
