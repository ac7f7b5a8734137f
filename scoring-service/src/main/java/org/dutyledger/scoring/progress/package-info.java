/** Progress of a cycle, counted after every batch and pushed live to its viewers. */
@NullMarked
package org.dutyledger.scoring.progress;

import org.jspecify.annotations.NullMarked;
