package org.dutyledger.local.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * A suite that runs on a data directory, as it wrote down itself.
 *
 * @param backends the MongoDB and Kafka in use, for people
 */
public record RunningSuite(ProcessHandle process, URI gateway, String backends) {

    /** The suite that runs on this directory, or empty when none does. */
    public static Optional<RunningSuite> on(DataDirectory data) {
        if (!Files.exists(data.state())) {
            return Optional.empty();
        }
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(data.state())) {
            p.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProcessHandle.of(Long.parseLong(p.getProperty("pid", "-1")))
                .filter(ProcessHandle::isAlive)
                .filter(h -> startedAt(h).equals(p.getProperty("started")))
                .map(h -> new RunningSuite(h, URI.create(p.getProperty("gateway", "")), p.getProperty("backends", "")));
    }

    /** Writes down that this process is the suite of the directory. */
    static void write(DataDirectory data, URI gateway, String backends) {
        Properties p = new Properties();
        p.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        p.setProperty("started", startedAt(ProcessHandle.current()));
        p.setProperty("gateway", gateway.toString());
        p.setProperty("backends", backends);
        Path next = data.state().resolveSibling("suite.properties.next");
        try {
            try (Writer out = Files.newBufferedWriter(next)) {
                p.store(out, "the suite that runs on this directory");
            }
            Files.move(next, data.state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void erase(DataDirectory data) {
        try {
            Files.deleteIfExists(data.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Distinguishes a process from a later one with the same number. */
    static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
