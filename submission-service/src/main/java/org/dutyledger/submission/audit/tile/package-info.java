/**
 * The tiles of the signed tree: their storage, and their public endpoint, since hashes reveal nothing of what was
 * submitted.
 */
@NullMarked
package org.dutyledger.submission.audit.tile;

import org.jspecify.annotations.NullMarked;
