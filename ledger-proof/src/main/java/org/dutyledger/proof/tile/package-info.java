/**
 * The Merkle tree kept as C2SP tlog-tiles, read tile by tile and never trusted unchecked. Uses {@code tree} and {@code
 * chain}.
 */
@NullMarked
package org.dutyledger.proof.tile;

import org.jspecify.annotations.NullMarked;
