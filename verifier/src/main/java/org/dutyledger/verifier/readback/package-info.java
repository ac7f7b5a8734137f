/** Report files as paragraphs and rows, saved by any program; within limits, and without following references. */
@NullMarked
package org.dutyledger.verifier.readback;

import org.jspecify.annotations.NullMarked;
