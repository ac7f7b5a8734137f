/** How far a cycle has come, counted after every batch and pushed live to whoever watches. */
@NullMarked
package org.dutyledger.scoring.progress;

import org.jspecify.annotations.NullMarked;
