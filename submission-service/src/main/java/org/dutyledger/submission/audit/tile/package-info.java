/** The tiles of the signed tree: where they are kept, and for everybody, since hashes tell nothing of what was submitted. */
@NullMarked
package org.dutyledger.submission.audit.tile;

import org.jspecify.annotations.NullMarked;
