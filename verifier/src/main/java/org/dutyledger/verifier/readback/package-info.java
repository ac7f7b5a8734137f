/** Report files as paragraphs and rows, whoever saved them last; within limits, and without following anything. */
@NullMarked
package org.dutyledger.verifier.readback;

import org.jspecify.annotations.NullMarked;
