package org.dutyledger.local.cli.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.cli.options.DataOption;
import org.dutyledger.local.mongo.ExternalMongo;
import org.dutyledger.local.suite.StoppedSuite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store: a MongoDB that runs, or the one of a stopped suite on this machine. */
final class StoreOptions {
    @Option(names = "--mongodb-uri", paramLabel = "URI", description = "the MongoDB replica set with the ledger")
    private @Nullable String uri;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data directory of a suite on this machine, which must be stopped")
    private @Nullable Path data;

    @Option(names = "--mongod", paramLabel = "PROGRAM", description = "with --data: start this mongod")
    private @Nullable Path mongod;

    @Option(names = "--embedded", description = "with --data: use the embedded server; for trial only")
    private boolean embedded;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "ledger",
            description = "database of the ledger (default: ledger)")
    private String database = "ledger";

    /** An opened store; closing it ends what was started for it. */
    record Open(MongoDatabase database, String description, MongoClient client, AutoCloseable server)
            implements AutoCloseable {
        @Override
        public void close() throws Exception {
            try {
                client.close();
            } finally {
                server.close();
            }
        }
    }

    /** Whether a store was named. */
    boolean named() {
        return uri != null || data != null;
    }

    /** Directory for the keys of a restored suite if they are missing; without them a new key would sign. */
    Optional<Path> keysToBring() {
        if (uri != null) {
            return Optional.empty();
        }
        Path key = DataOption.directory(data).checkpointKey();
        return Files.exists(key) ? Optional.empty() : Optional.ofNullable(key.getParent());
    }

    /**
     * The store that was named, else that of the usual data directory.
     *
     * @param work name of the command that opens it
     */
    Open open(String work) {
        if (uri != null) {
            ExternalMongo server = ExternalMongo.connect(uri);
            MongoClient client = MongoClients.create(uri);
            return new Open(client.getDatabase(database), server.description(), client, server);
        }
        StoppedSuite suite = StoppedSuite.open(
                DataOption.directory(data), new Backends.MongoSelection(null, mongod, embedded), work);
        MongoClient client = MongoClients.create(suite.mongodbUri());
        return new Open(client.getDatabase(database), suite.description(), client, suite);
    }
}
