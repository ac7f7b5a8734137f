package org.dutyledger.proof.tile;

import java.util.Optional;

/** Where tiles are kept: one at each place of the tree, the one written last. It may lose or damage what it keeps. */
public interface TileStore {

    /** The hashes of this tile one after the other; empty when there is none of that width. */
    Optional<byte[]> read(TileId tile);

    /** Keeps a tile in place of a narrower one. */
    void write(TileId tile, byte[] hashes);
}
