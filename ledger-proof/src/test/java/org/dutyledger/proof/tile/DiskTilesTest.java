package org.dutyledger.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTilesTest extends TileStoreContract {
    @TempDir
    Path directory;

    @Override
    TileStore store() {
        return new DiskTiles(directory.resolve("tiles"));
    }

    @Test
    void files_areStoredUnderTheirPathsAndNoneIsLeftOver() throws IOException {
        store().write(new TileId(0, 1_234_067, 9), hashes(9, 1));
        store().write(new TileId(0, 1_234_067, 200), hashes(200, 1));
        assertThat(files()).containsExactly("tile/0/x001/x234/067.p/200");
        store().write(TileId.full(0, 1_234_067), hashes(256, 1));
        assertThat(files()).containsExactly("tile/0/x001/x234/067");
        assertThat(directory.resolve("tiles/tile/0/x001/x234/067.p")).doesNotExist();
    }

    @Test
    void leftoversOfAKilledWriter_disturbNothing() throws IOException {
        store().write(new TileId(0, 0, 9), hashes(9, 1));
        Files.write(directory.resolve("tiles/tile/0/000.p/10.new"), new byte[3]);
        assertThat(store().read(new TileId(0, 0, 9))).isPresent();
        store().write(new TileId(0, 0, 10), hashes(10, 1));
        assertThat(files()).containsExactly("tile/0/000.p/10");
    }

    @Test
    void notATile_countsAsMissing() throws IOException {
        store().write(TileId.full(0, 0), hashes(256, 1));
        Path file = directory.resolve("tiles/tile/0/000");
        for (byte[] other : List.of(new byte[0], Arrays.copyOf(hashes(256, 1), 8_191), new byte[8_193])) {
            Files.write(file, other);
            assertThat(store().read(TileId.full(0, 0))).isEmpty();
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(store().read(TileId.full(0, 0))).isEmpty();
        assertThat(store().read(TileId.full(0, 1))).isEmpty();
    }

    @Test
    void aDiskThatTakesNothing_isReported() throws IOException {
        Files.write(directory.resolve("tiles"), new byte[1]);
        assertThatThrownBy(() -> store().write(TileId.full(0, 0), hashes(256, 1)))
                .isInstanceOf(UncheckedIOException.class);
    }

    private List<String> files() throws IOException {
        Path root = directory.resolve("tiles");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
