package org.dutyledger.local.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Detects whether a disk was full. A server that ends for lack of space frees some of it, or needed much at once, so
 * the lines of its log since the start count as much as the free space.
 */
public final class FullDisk {
    /** Less than a server needs for its next file. */
    private static final long LEAST_BYTES = 16L << 20;

    private static final String ENOSPC = "No space left on device";
    private static final int MOST_READ = 1 << 20;

    private final Path directory;
    private final Free free;
    private final List<Log> logs = new ArrayList<>();

    /** Bytes that may still be written into a directory. */
    interface Free {
        long bytes(Path directory) throws IOException;
    }

    private record Log(Path file, long begin) {}

    /**
     * Checks the disk of a directory.
     *
     * @param logs of the servers that write there; they need not exist yet
     */
    public FullDisk(Path directory, Path... logs) {
        this(directory, d -> Files.getFileStore(d).getUsableSpace(), logs);
    }

    FullDisk(Path directory, Free free, Path... logs) {
        this.directory = directory;
        this.free = free;
        for (Path log : logs) {
            this.logs.add(new Log(log, size(log)));
        }
    }

    /** A sentence without its stop when the disk is full or was, else empty. */
    public Optional<String> sentence() {
        long left = left();
        if (left >= LEAST_BYTES && logs.stream().noneMatch(FullDisk::reportsFullDisk)) {
            return Optional.empty();
        }
        return Optional.of("the disk that holds " + directory + " is full (" + (left >> 20)
                + " MB free now). What was acknowledged is kept; free some space and start again");
    }

    private long left() {
        try {
            return free.bytes(directory);
        } catch (IOException e) {
            return Long.MAX_VALUE; // then it is not the disk that is to blame
        }
    }

    private static boolean reportsFullDisk(Log log) {
        try (RandomAccessFile file = new RandomAccessFile(log.file().toFile(), "r")) {
            long begin = file.length() < log.begin() ? 0 : log.begin(); // a new file since
            file.seek(Math.max(begin, file.length() - MOST_READ));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1).contains(ENOSPC);
        } catch (IOException e) {
            return false;
        }
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
