/** Turns framework YAML into the model and remembers the place of each part. */
@NullMarked
package org.dutyledger.indicators.read;

import org.jspecify.annotations.NullMarked;
