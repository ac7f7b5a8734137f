package org.dutyledger.local.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FullDisk;

/**
 * Reports on standard error and in the log why a suite ends by itself. On a full disk the log cannot grow, so a file of
 * the size of a few lines is kept beside it and deleted to make room for this message.
 */
public final class ExitMessage {
    private static final int RESERVE_BYTES = 64 << 10;

    private final Path log;
    private final Path reserve;
    private final FullDisk disk;
    private final PrintStream err;

    private ExitMessage(Path log, Path reserve, FullDisk disk, PrintStream err) {
        this.log = log;
        this.reserve = reserve;
        this.disk = disk;
        this.err = err;
    }

    /**
     * Keeps room for a line.
     *
     * @throws BackendException when there is none
     */
    public static ExitMessage keep(Path log, FullDisk disk, PrintStream err) {
        Path reserve = log.resolveSibling(log.getFileName() + ".reserve");
        try {
            Files.write(reserve, new byte[RESERVE_BYTES]);
        } catch (IOException e) {
            throw new BackendException(
                    "cannot write beside " + log + ": " + because(disk, String.valueOf(e.getMessage())), e);
        }
        return new ExitMessage(log, reserve, disk, err);
    }

    /** Reports a sentence, and adds that the disk is full if it is. */
    public void say(String sentence) {
        String line = because(disk, sentence);
        err.println("dutyledger: " + line);
        err.flush();
        try {
            Files.deleteIfExists(reserve);
            Files.writeString(
                    log,
                    // on a line of its own: a line before may have been cut where the disk was full
                    "\n" + Instant.now() + " ERROR [" + Thread.currentThread().getName() + "] "
                            + ExitMessage.class.getName() + " " + line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            err.println("dutyledger: the log cannot be written: " + e.getMessage());
        }
    }

    /** For an error on a full disk this reason is reported first. */
    public RuntimeException explained(RuntimeException e) {
        Optional<String> full = disk.sentence();
        return full.isEmpty() ? e : new BackendException(e.getMessage() + "; " + full.get(), e);
    }

    private static String because(FullDisk disk, String sentence) {
        return disk.sentence().map(full -> sentence + "; " + full).orElse(sentence);
    }
}
