package org.dutyledger.proof.tile;

class MemoryTilesTest extends TileStoreContract {
    private final TileStore store = new MemoryTiles();

    @Override
    TileStore store() {
        return store;
    }
}
