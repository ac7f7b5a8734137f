package org.dutyledger.proof.tile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile: the hashes of a tree's level 8 · {@code level} from 256 · {@code index} on
 * (<a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>).
 *
 * @param level 0 to 63, counted in tiles of height 8
 * @param width hashes in it, 1 to 256; a tile of fewer than 256 is partial
 */
public record TileId(int level, long index, int width) {
    static final int HEIGHT = 8;
    static final int FULL = 1 << HEIGHT;

    /** No leading zeros but those of a group of three; six groups stay below 2^63. */
    private static final Pattern PATH = Pattern.compile(
            "tile/(?<level>[0-9]|[1-5][0-9]|6[0-3])/(?<index>(?:(?!x000)x[0-9]{3}(?:/x[0-9]{3}){0,4}/)?[0-9]{3})"
                    + "(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    public TileId {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("there is no tile " + level + "/" + index + " of " + width);
        }
    }

    static TileId full(int level, long index) {
        return new TileId(level, index, FULL);
    }

    /** Reads what {@link #path} gives, in that one spelling. */
    public static Optional<TileId> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String partial = matcher.group("width");
        int width = partial == null ? FULL : Integer.parseInt(partial);
        if (partial != null && width >= FULL) {
            return Optional.empty();
        }
        long index = Long.parseLong(matcher.group("index").replaceAll("[x/]", ""));
        return Optional.of(new TileId(Integer.parseInt(matcher.group("level")), index, width));
    }

    /** For example {@code tile/0/x001/x234/067} or {@code tile/1/000.p/17}. */
    public String path() {
        StringBuilder groups = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + level + "/" + groups + (isFull() ? "" : ".p/" + width);
    }

    /** Whether all 256 hashes are there, so that the tile never grows. */
    public boolean isFull() {
        return width == FULL;
    }

    /** Whether a tree of {@code size} leaves has all hashes of this tile. */
    public boolean coveredBy(long size) {
        long hashes = hashes(level, size);
        return hashes >= width && index <= hashes - width >> HEIGHT;
    }

    /** Hashes that a tree of {@code size} leaves has in the tiles of a level. */
    static long hashes(int level, long size) {
        return level * HEIGHT < Long.SIZE ? size >> level * HEIGHT : 0;
    }
}
