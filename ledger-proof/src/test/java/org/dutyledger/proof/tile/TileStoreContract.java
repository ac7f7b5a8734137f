package org.dutyledger.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every place for tiles does. */
abstract class TileStoreContract {
    abstract TileStore store();

    @Test
    void whatWasWritten_isRead() {
        TileStore store = store();
        store.write(TileId.full(0, 1_234_067), hashes(256, 1));
        store.write(new TileId(2, 0, 3), hashes(3, 2));
        assertThat(store.read(TileId.full(0, 1_234_067))).contains(hashes(256, 1));
        assertThat(store.read(new TileId(2, 0, 3))).contains(hashes(3, 2));
    }

    @Test
    void whatWasNeverWritten_isNotThere() {
        assertThat(store().read(TileId.full(0, 0))).isEmpty();
        assertThat(store().read(new TileId(3, 77, 1))).isEmpty();
    }

    @Test
    void aWiderTile_takesThePlaceOfANarrowerOne() {
        TileStore store = store();
        for (int width : new int[] {1, 17, 255, 256}) {
            store.write(new TileId(1, 1_000, width), hashes(width, width));
            assertThat(store.read(new TileId(1, 1_000, width))).contains(hashes(width, width));
        }
        for (int width : new int[] {1, 17, 255}) {
            assertThat(store.read(new TileId(1, 1_000, width))).isEmpty();
        }
    }

    @Test
    void theSameTileAgain_isReplaced() {
        TileStore store = store();
        store.write(TileId.full(0, 0), hashes(256, 1));
        store.write(TileId.full(0, 0), hashes(256, 2));
        assertThat(store.read(TileId.full(0, 0))).contains(hashes(256, 2));
    }

    @Test
    void itsBytes_areNotShared() {
        TileStore store = store();
        byte[] mine = hashes(2, 1);
        store.write(new TileId(0, 0, 2), mine);
        mine[0]++;
        store.read(new TileId(0, 0, 2)).orElseThrow()[1]++;
        assertThat(store.read(new TileId(0, 0, 2))).contains(hashes(2, 1));
    }

    static byte[] hashes(int width, int seed) {
        byte[] hashes = new byte[32 * width];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = (byte) (i * 31 + seed);
        }
        return hashes;
    }
}
