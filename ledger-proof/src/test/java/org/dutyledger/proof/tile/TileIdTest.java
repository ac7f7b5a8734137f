package org.dutyledger.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileIdTest {
    private static final long LAST = 999_999_999_999_999_999L;

    /** The first is the example of the specification. */
    @Test
    void paths_areThoseOfTheSpecification() {
        assertThat(TileId.full(0, 1_234_067).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(TileId.full(0, 0).path()).isEqualTo("tile/0/000");
        assertThat(TileId.full(63, 999).path()).isEqualTo("tile/63/999");
        assertThat(new TileId(1, 1_000, 17).path()).isEqualTo("tile/1/x001/000.p/17");
        assertThat(TileId.full(0, LAST).path()).isEqualTo("tile/0/x999/x999/x999/x999/x999/999");
    }

    @Property
    void everyPath_readsBack(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(max = LAST) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TileId id = new TileId(level, index, width);
        assertThat(TileId.parse(id.path())).contains(id);
    }

    @Property
    void whatIsRead_hasThatOneSpelling(@ForAll("almostPaths") String path) {
        TileId.parse(path).ifPresent(id -> assertThat(id.path()).isEqualTo(path));
    }

    @Provide
    Arbitrary<String> almostPaths() {
        return Arbitraries.of("tile", "0", "6", "/", "x", "000", "001", "12", "9", ".p", "/17", "256", "255")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> "tile/0/" + String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/1000",
                "tile/0/001/000",
                "tile/0/x000/001",
                "tile/0/x001/x000",
                "tile/0/x001/x001/x001/x001/x001/x001/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000/",
                "tile/0/000\n",
                "/tile/0/000",
                "tile/0/../000",
                "tile/0/00٣",
                "tile/entries/000"
            })
    void otherPaths_areNone(String path) {
        assertThat(TileId.parse(path)).isEmpty();
    }

    @Test
    void aTile_isCoveredOnceAllItsHashesAreThere() {
        assertThat(new TileId(0, 0, 1).coveredBy(0)).isFalse();
        assertThat(new TileId(0, 0, 5).coveredBy(4)).isFalse();
        assertThat(new TileId(0, 0, 5).coveredBy(5)).isTrue();
        assertThat(new TileId(0, 1, 1).coveredBy(256)).isFalse();
        assertThat(new TileId(0, 1, 1).coveredBy(257)).isTrue();
        assertThat(new TileId(1, 0, 2).coveredBy(511)).isFalse();
        assertThat(new TileId(1, 0, 2).coveredBy(512)).isTrue();
        assertThat(TileId.full(0, LAST).coveredBy(Long.MAX_VALUE)).isFalse();
        assertThat(new TileId(7, 0, 127).coveredBy(Long.MAX_VALUE)).isTrue();
        assertThat(new TileId(8, 0, 1).coveredBy(Long.MAX_VALUE)).isFalse();
        assertThat(new TileId(63, 0, 1).coveredBy(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void notATile_cannotBeNamed() {
        assertThatThrownBy(() -> new TileId(64, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TileId(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TileId(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TileId(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
    }
}
