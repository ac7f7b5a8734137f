package org.dutyledger.local.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.mongo.MongodProcess;

/** A real mongod that is killed and restarted on the same data and port. */
final class KillableMongod implements AutoCloseable {
    private final Path mongod;
    private final Path directory;
    private MongodProcess running;

    KillableMongod(Path mongod, Path directory) throws IOException {
        this.mongod = mongod;
        this.directory = Files.createDirectories(directory);
        Files.writeString(directory.resolve("mongod.port"), Integer.toString(FreePort.any()));
        start();
    }

    /** Returns when it is primary again. */
    void start() {
        String before = running == null ? null : running.uri();
        running = MongodProcess.start(mongod, directory);
        if (before != null && !before.equals(running.uri())) {
            throw new AssertionError("mongod came back on another port: " + running.uri());
        }
    }

    void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readString(directory.resolve("mongod.pid")).strip());
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return running.uri();
    }

    String description() {
        return running.description();
    }

    @Override
    public void close() {
        running.close();
    }
}
