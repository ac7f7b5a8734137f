package org.dutyledger.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.dutyledger.local.machine.BackendException;

/** Keeps a second suite off a data directory; the operating system frees it when the process ends in any way. */
final class SuiteLock implements AutoCloseable {
    private final DataDirectory data;
    private final FileChannel channel;

    private SuiteLock(DataDirectory data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /**
     * Takes the directory.
     *
     * @param work purpose: {@link Occupant#SUITE} or the name of a command
     * @throws BackendException when another process has it
     */
    static SuiteLock take(DataDirectory data, String work) {
        return tryTake(data, work).orElseThrow(() -> new BackendException(taken(data), null));
    }

    /** Takes the directory, or returns empty when another process has it. */
    static Optional<SuiteLock> tryTake(DataDirectory data, String work) {
        try {
            FileChannel channel = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            Occupant.write(data, work);
            return Optional.of(new SuiteLock(data, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Occupant.erase(data);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String taken(DataDirectory data) {
        Optional<Occupant> occupant = Occupant.of(data);
        String process =
                occupant.map(o -> " (process " + o.process().pid() + ")").orElse("");
        if (occupant.isPresent() && !occupant.get().isSuite()) {
            return "'" + occupant.get().work() + "'" + process + " works on " + data.root()
                    + "; wait for its end, or choose another directory by '--data'";
        }
        boolean ready = RunningSuite.on(data).isPresent();
        return "a suite " + (ready ? "runs" : "is starting or ending") + " on " + data.root() + " already" + process
                + "; './dutyledger status' shows it, './dutyledger stop' ends it, '--data' chooses another directory";
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another suite in this very process
        }
    }
}
