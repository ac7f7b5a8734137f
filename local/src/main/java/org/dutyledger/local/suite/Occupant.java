package org.dutyledger.local.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The process that holds a data directory, as it wrote down itself: a suite from the beginning of its start on, or a
 * command that works on the ledger of a stopped suite.
 *
 * @param work {@code suite}, or the name of the command
 */
public record Occupant(ProcessHandle process, String work) {
    /** A suite, ready or not. */
    public static final String SUITE = "suite";

    /** The live process that holds the directory, or empty when none does or it does not say so yet. */
    public static Optional<Occupant> of(DataDirectory data) {
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(data.occupant())) {
            p.load(in);
        } catch (IOException absent) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(p.getProperty("pid", "-1")))
                .filter(ProcessHandle::isAlive)
                .filter(h -> RunningSuite.startedAt(h).equals(p.getProperty("started")))
                .map(h -> new Occupant(h, p.getProperty("work", "")));
    }

    /** Whether it is a suite. */
    public boolean isSuite() {
        return work.equals(SUITE);
    }

    /** Writes down that this process holds the directory. */
    static void write(DataDirectory data, String work) throws IOException {
        Properties p = new Properties();
        p.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        p.setProperty("started", RunningSuite.startedAt(ProcessHandle.current()));
        p.setProperty("work", work);
        Path file = data.occupant();
        try (Writer out = Files.newBufferedWriter(file)) {
            p.store(out, "the process that works on this directory");
        }
    }

    static void erase(DataDirectory data) {
        try {
            Files.deleteIfExists(data.occupant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
