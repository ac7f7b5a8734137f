package org.dutyledger.local.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A separate JVM that a test starts, watches and ends. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts this JDK's java with exactly this environment; its output is written to {@code log}. */
    public static ChildJvm start(Path log, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"));
        command.addAll(List.of("-Daxoniq.update-checker.disabled=true", "-Ddisable-axoniq-console-message=true"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ChildJvm(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments that run a main class of this test's class path. */
    public static List<String> main(String mainClass, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        all.addAll(List.of(arguments));
        return all;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it like kill -9. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it like Ctrl-C, and waits; returns its exit code. */
    public int stop() {
        process.destroy();
        return await();
    }

    /** Waits until it ends by itself; returns its exit code. */
    public int awaitEnd() {
        return await();
    }

    /** The last lines that it printed. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private int await() {
        try {
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("process " + process.pid() + " does not end:\n" + lastWords());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
