package org.dutyledger.local.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.Executables;
import org.dutyledger.local.machine.FreePort;

/**
 * A real mongod as a separate process, a replica set of one, its data on disk.
 *
 * <p>A mongod that a killed suite left behind on the same directory is taken over, not started twice.
 */
public final class MongodProcess implements MongoServer {
    /** For mongod to listen. */
    public static final Duration START = Duration.ofSeconds(60);

    private static final Duration STOP = Duration.ofSeconds(60);

    private final ProcessHandle process;
    private final Path directory;
    private final int port;
    private final String version;
    private final boolean takenOver;
    private volatile boolean closing;

    private MongodProcess(ProcessHandle process, Path directory, int port, boolean takenOver) {
        this.process = process;
        this.directory = directory;
        this.port = port;
        this.takenOver = takenOver;
        this.version = ReplicaSet.version(uri());
    }

    /**
     * Starts mongod on its directory, or takes over the one that runs there.
     *
     * @throws BackendException when it does not come up; the message names its log
     */
    public static MongodProcess start(Path mongod, Path directory) {
        try {
            Files.createDirectories(directory);
            Optional<RunningMongod> left = RunningMongod.on(directory);
            if (left.isPresent()) {
                ReplicaSet.ensurePrimary(left.get().port());
                return new MongodProcess(
                        left.get().process(), directory, left.get().port(), true);
            }
            int port = port(directory);
            Process process = new ProcessBuilder(command(mongod, directory, port))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("mongod.out").toFile())
                    .start();
            try {
                awaitListening(process, directory);
                ReplicaSet.ensurePrimary(port);
                return new MongodProcess(process.toHandle(), directory, port, false);
            } catch (RuntimeException e) {
                process.destroy();
                throw e;
            }
        } catch (IOException e) {
            throw new BackendException("mongod does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Ends the mongod that a killed suite left behind on this directory.
     *
     * @return its process number, or empty when there was none
     */
    public static Optional<Long> endLeftOver(Path directory) {
        try {
            Optional<RunningMongod> left = RunningMongod.on(directory);
            left.ifPresent(m -> end(m.process(), directory));
            return left.map(m -> m.process().pid());
        } catch (IOException e) {
            throw new BackendException("cannot determine whether a mongod runs on " + directory, e);
        }
    }

    @Override
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=" + ReplicaSet.NAME;
    }

    @Override
    public String description() {
        return "MongoDB " + version + ", mongod process " + process.pid() + " on 127.0.0.1:" + port
                + (takenOver ? " (taken over from an earlier run), " : ", ") + directory;
    }

    @Override
    public void watch(Consumer<String> lost) {
        process.onExit().thenAccept(ended -> {
            if (!closing) {
                lost.accept("mongod " + ended.pid() + " ended by itself; see mongod.log in " + directory);
            }
        });
    }

    @Override
    public void close() {
        closing = true;
        end(process, directory);
    }

    private static void end(ProcessHandle process, Path directory) {
        process.destroy();
        try {
            process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new BackendException("mongod " + process.pid() + " does not end; its log is in " + directory, e);
        } catch (ExecutionException e) {
            throw new BackendException("cannot determine whether mongod " + process.pid() + " ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port of the last run where it is free: with another one the replica set has to be reconfigured. */
    private static int port(Path directory) throws IOException {
        Path file = directory.resolve("mongod.port");
        int last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        int port = FreePort.preferably(last);
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    private static List<String> command(Path mongod, Path directory, int port) {
        List<String> command = new ArrayList<>();
        if (Executables.onPath("setsid").isPresent()) {
            // else Ctrl-C would end mongod while the services still write
            command.add("setsid");
        }
        command.addAll(List.of(
                mongod.toString(),
                "--dbpath",
                directory.toString(),
                "--port",
                Integer.toString(port),
                "--bind_ip",
                "127.0.0.1",
                "--replSet",
                ReplicaSet.NAME,
                "--nounixsocket",
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--pidfilepath",
                directory.resolve(RunningMongod.PID_FILE).toString(),
                "--logpath",
                directory.resolve("mongod.log").toString(),
                "--logappend"));
        return command;
    }

    private static void awaitListening(Process process, Path directory) throws IOException {
        try {
            long end = System.nanoTime() + START.toNanos();
            while (RunningMongod.on(directory).isEmpty()) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new BackendException(
                            "mongod ended with " + process.exitValue() + "; see mongod.log and mongod.out in "
                                    + directory,
                            null);
                }
                if (System.nanoTime() > end) {
                    throw new BackendException("mongod does not start; see mongod.log in " + directory, null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("interrupted while mongod was starting", e);
        }
    }
}
