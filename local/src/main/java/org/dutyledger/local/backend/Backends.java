package org.dutyledger.local.backend;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.Executables;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.machine.Waiting;
import org.dutyledger.local.mongo.EmbeddedMongo;
import org.dutyledger.local.mongo.ExternalMongo;
import org.dutyledger.local.mongo.MongoServer;
import org.dutyledger.local.mongo.MongodProcess;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB and Kafka for one run of the suite.
 *
 * @param mongo closed after Kafka: nothing that a service still sends may find its store gone
 */
public record Backends(MongoServer mongo, EmbeddedKafka kafka) implements AutoCloseable {
    private static final String MONGOD_DIRECTORY = "mongod";

    /**
     * The MongoDB that the user requested.
     *
     * @param mongodbUri a MongoDB that runs already, or null
     * @param mongod the program to start, or null to look for it in {@code MONGOD} and on the search path
     * @param embedded whether the embedded server is to be used even where a mongod is available
     */
    public record MongoSelection(
            @Nullable String mongodbUri, @Nullable Path mongod, boolean embedded) {
        /** The first that is available: {@code MONGOD}, a mongod on the search path, else the embedded server. */
        public static final MongoSelection ANY = new MongoSelection(null, null, false);

        /** The embedded server. */
        public static final MongoSelection EMBEDDED = new MongoSelection(null, null, true);
    }

    /**
     * Opens both, their data under {@code directory}.
     *
     * @param waiting is given a line for people whenever one of them takes long
     * @throws BackendException when one does not come up; the other is closed then
     */
    public static Backends open(MongoSelection requested, Path directory, Consumer<String> waiting) {
        MongoServer mongo = openMongo(requested, directory, waiting);
        try (Waiting kafka = Waiting.until("the embedded Kafka broker to start", EmbeddedKafka.START, waiting)) {
            return new Backends(mongo, EmbeddedKafka.start(directory.resolve("kafka"), FreePort.any()));
        } catch (RuntimeException | Error e) {
            mongo.close();
            throw e;
        }
    }

    /** Log of the mongod that is started for a directory. */
    public static Path mongodLog(Path directory) {
        return directory.resolve(MONGOD_DIRECTORY).resolve("mongod.log");
    }

    /** Ends what a killed suite left running on this directory; returns the number of its mongod, if there was one. */
    public static Optional<Long> endLeftOvers(Path directory) {
        return MongodProcess.endLeftOver(directory.resolve(MONGOD_DIRECTORY));
    }

    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            mongo.close();
        }
    }

    /** Opens MongoDB alone, its data under {@code directory}. */
    public static MongoServer openMongo(MongoSelection requested, Path directory, Consumer<String> waiting) {
        MongoChoice choice = MongoChoice.of(requested, directory);
        MongoServer mongo;
        try (Waiting until = waiting(choice, directory, waiting)) {
            mongo = switch (choice.kind()) {
                case EXTERNAL -> ExternalMongo.connect(choice.detail());
                case MONGOD ->
                    MongodProcess.start(
                            Executables.program("mongod", Path.of(choice.detail())),
                            directory.resolve(MONGOD_DIRECTORY));
                case EMBEDDED -> EmbeddedMongo.start(directory.resolve("embedded-mongo"), FreePort.any());
            };
        }
        choice.remember(directory);
        return mongo;
    }

    private static Waiting waiting(MongoChoice choice, Path directory, Consumer<String> out) {
        return switch (choice.kind()) {
            case EXTERNAL ->
                Waiting.until(
                        "the MongoDB at " + ExternalMongo.hosts(choice.detail()) + " to answer",
                        ExternalMongo.CONNECT,
                        out);
            case MONGOD ->
                Waiting.until("mongod to start; its log is " + mongodLog(directory), MongodProcess.START, out);
            case EMBEDDED -> Waiting.until("the embedded MongoDB to open its file", MongodProcess.START, out);
        };
    }
}
