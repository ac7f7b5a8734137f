/** Turns framework YAML into the model and remembers where each part stands. */
@NullMarked
package org.dutyledger.indicators.read;

import org.jspecify.annotations.NullMarked;
