/** Framework files: those shipped with this library, those an operator names, and the lookup by the hash that a cycle is bound to. */
@NullMarked
package org.dutyledger.indicators.files;

import org.jspecify.annotations.NullMarked;
