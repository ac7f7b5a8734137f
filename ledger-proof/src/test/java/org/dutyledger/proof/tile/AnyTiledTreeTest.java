package org.dutyledger.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** The tree in tiles equals the tree in memory after any sequence of events. */
class AnyTiledTreeTest {
    private final SampleLeaves leaves = SampleLeaves.all();
    private Path directory = Path.of("");

    @BeforeProperty
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("tiles");
    }

    @AfterProperty
    void clear() throws IOException {
        for (Path file : walk().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void itIsTheTreeInMemory_alsoAfterRestartsAtAnySize(
            @ForAll @Size(min = 1, max = 4) List<@From("sizes") Integer> restarts,
            @ForAll int older,
            @ForAll int newer,
            @ForAll int leaf) {
        MemoryTiles store = new MemoryTiles();
        TiledTree tree = new TiledTree(store, leaves);
        for (int size : restarts.stream().sorted().toList()) {
            grow(tree, size);
            tree.save();
            tree = open(store, size);
        }
        int size = (int) tree.size();
        int to = Math.floorMod(newer, size + 1);
        Same.as(tree, to, size);
        Same.consistency(tree, Math.floorMod(older, to + 1), to);
        if (to > 0) {
            Same.inclusion(tree, Math.floorMod(leaf, to), to);
        }
    }

    @Property(tries = 150)
    void damagedFile_isNeverTrusted(
            @ForAll("sizes") int any,
            @ForAll @Size(min = 1, max = 3) List<Harm> harms,
            @ForAll @IntRange(max = 1 << 30) int where,
            @ForAll int leaf)
            throws IOException {
        int size = Math.max(1, any);
        DiskTiles store = new DiskTiles(directory);
        TiledTree before = new TiledTree(store, leaves);
        grow(before, size);
        before.save();
        int moved = where;
        for (Harm harm : harms) {
            List<Path> files = walk().filter(Files::isRegularFile).sorted().toList();
            if (!files.isEmpty()) {
                harm.on(files.get(moved % files.size()), moved);
            }
            moved = moved / 3 + 1;
        }
        TiledTree tree = open(store, size);
        Same.as(tree, size / 2, size);
        Same.inclusion(tree, Math.floorMod(leaf, size), size);
        grow(tree, size + 300);
        tree.save();
        Same.as(open(store, size + 300), size, size + 300);
        for (long tile = 0; tile < size / 256; tile++) {
            assertThat(tree.hashes(TileId.full(0, tile))).startsWith(SampleLeaves.leaf(256 * tile));
        }
    }

    /** The edge is lost and what it would be made from is wrong: only the leaves are left. */
    @Example
    void aLostEdgeOverAWrongTile_isMadeFromTheLeaves() throws IOException {
        damagedFile_isNeverTrusted(257, List.of(Harm.FLIP, Harm.DELETE), 10, 0);
    }

    /** What a disk, a power cut or a stranger may do to a file. */
    enum Harm {
        DELETE,
        CUT,
        FLIP,
        EMPTY,
        LENGTHEN;

        void on(Path file, int where) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case DELETE -> Files.delete(file);
                case CUT -> Files.write(file, Arrays.copyOf(bytes, where % Math.max(1, bytes.length)));
                case EMPTY -> Files.write(file, new byte[0]);
                case LENGTHEN -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + where % 64));
                case FLIP -> {
                    if (bytes.length > 0) {
                        bytes[where / 8 % bytes.length] ^= (byte) (1 << where % 8);
                    }
                    Files.write(file, bytes);
                }
            }
        }
    }

    /** Mostly small; around the borders of tiles; now and then of three levels. */
    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.integers().between(0, 1_500)),
                Tuple.of(5, Arbitraries.integers().between(0, 8).map(i -> 256 * i)),
                Tuple.of(1, Arbitraries.integers().between(65_530, 66_100)));
    }

    private TiledTree open(TileStore store, int size) {
        return TiledTree.open(store, leaves, size, SampleLeaves.tree().root(size))
                .orElseThrow();
    }

    private static void grow(TiledTree tree, int size) {
        while (tree.size() < size) {
            tree.add(SampleLeaves.leaf(tree.size()));
        }
    }

    private Stream<Path> walk() throws IOException {
        return Files.walk(directory);
    }
}
