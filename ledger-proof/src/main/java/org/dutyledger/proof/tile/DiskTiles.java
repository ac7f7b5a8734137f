package org.dutyledger.proof.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dutyledger.proof.chain.CommitHash;

/**
 * Tiles as files under their C2SP paths, so that any server of files can publish the directory.
 *
 * <p>A file appears whole or not at all, but nothing is forced to the disk: a tile that a power cut takes is built again.
 */
public final class DiskTiles implements TileStore {
    private final Path directory;

    /** Need not exist. */
    public DiskTiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<byte[]> read(TileId tile) {
        Path file = directory.resolve(tile.path());
        try {
            // the size first, so that no memory is wasted on a file that is not a tile
            boolean whole = Files.isRegularFile(file) && Files.size(file) == (long) tile.width() * CommitHash.LENGTH;
            return whole ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            // treated as missing: the write that rebuilds it reports what is wrong with the disk
            return Optional.empty();
        }
    }

    @Override
    public void write(TileId tile, byte[] hashes) {
        Path file = directory.resolve(tile.path());
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, hashes);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            dropNarrower(tile, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropNarrower(TileId tile, Path file) throws IOException {
        Path partials =
                directory.resolve(TileId.full(tile.level(), tile.index()).path() + ".p");
        if (!Files.isDirectory(partials)) {
            return;
        }
        for (Path other : list(partials)) {
            if (!other.equals(file)) {
                Files.deleteIfExists(other);
            }
        }
        if (tile.isFull()) {
            Files.deleteIfExists(partials);
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
