package org.dutyledger.local.backend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FreePort;

/**
 * Kafka's own broker with its own controller, in this JVM, its log on disk.
 *
 * <p>What was acknowledged survives the end of the process. Deleting the directory while the broker runs ends the JVM:
 * that is Kafka's own choice.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String META = "meta.properties";

    /** For the broker to start; the same as {@code server.max.startup.time.ms}. */
    static final Duration START = Duration.ofSeconds(60);

    private final KafkaRaftServer server;
    private final Path directory;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, Path directory, String bootstrapServers) {
        this.server = server;
        this.directory = directory;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Announces the end of this process when the broker fails. Kafka then halts the process without running shutdown
     * hooks.
     *
     * @param lost is called with a sentence just before
     */
    public static void watch(Consumer<String> lost) {
        Exit.Procedure last = (status, message) -> {
            lost.accept("the embedded Kafka broker cannot continue and ended this process"
                    + (message == null ? "" : ": " + message));
            Runtime.getRuntime().halt(status);
        };
        Exit.setHaltProcedure(last);
        Exit.setExitProcedure(last);
    }

    /** The id of the cluster, which its directory keeps. */
    public String clusterId() {
        Properties meta = new Properties();
        try (Reader in = Files.newBufferedReader(directory.resolve(META))) {
            meta.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return meta.getProperty("cluster.id", "");
    }

    /** Starts the broker on its directory, which is formatted when it is new. */
    public static EmbeddedKafka start(Path directory, int port) {
        try {
            Files.createDirectories(directory);
            Properties settings = settings(directory, port, FreePort.any());
            format(directory);
            // the broker is closed by its owner; and while this process ends, as when a start is stopped, no hook can
            // be added
            Exit.setShutdownHookAdder((name, runnable) -> {});
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, directory, "127.0.0.1:" + port);
        } catch (Exception e) {
            throw new BackendException("the embedded Kafka broker does not start on " + directory, e);
        }
    }

    /** Bootstrap address for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** One line for people. */
    public String description() {
        return "Kafka " + AppInfoParser.getVersion() + ", broker in this JVM (KRaft), " + bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Makes the directory ready for a broker with these {@link #settings}; a formatted one is left as it is. */
    public static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve(META))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setIgnoreFormatted(true)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        }
    }

    /** The broker's own settings; {@code controllerPort} may be another one at every start. */
    public static Properties settings(Path directory, int port, int controllerPort) throws IOException {
        Properties p = new Properties();
        p.load(EmbeddedKafka.class.getResourceAsStream("broker.properties"));
        p.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("log.dirs", directory.toString());
        return p;
    }
}
