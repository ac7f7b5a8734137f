/** The checks of a bundle, one a class, each for one part of what a report claims. */
@NullMarked
package org.dutyledger.verifier.check;

import org.jspecify.annotations.NullMarked;
