package org.dutyledger.local.mongo;

import com.mongodb.ConnectionString;
import java.time.Duration;
import org.dutyledger.local.machine.BackendException;

/** A MongoDB that is run outside the suite. */
public final class ExternalMongo implements MongoServer {
    /** For a server to answer two questions. */
    public static final Duration CONNECT = Duration.ofSeconds(20);

    private final String uri;
    private final String version;

    private ExternalMongo(String uri, String version) {
        this.uri = uri;
        this.version = version;
    }

    /**
     * Uses the server behind a connection string.
     *
     * @throws BackendException when it does not answer within some seconds, or is a standalone server
     */
    public static ExternalMongo connect(String uri) {
        String version = ReplicaSet.version(uri);
        if (!ReplicaSet.replicated(uri)) {
            throw new BackendException(
                    "the MongoDB at " + hosts(uri) + " is a standalone server, or its replica set was never initiated;"
                            + " the ledger needs one. Start it with --replSet and run rs.initiate() once: a set of one"
                            + " node is enough",
                    null);
        }
        return new ExternalMongo(uri, version);
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String description() {
        return "MongoDB " + version + " at " + hosts(uri);
    }

    /** The hosts of a connection string; never the whole of it, which may hold a password. */
    public static String hosts(String uri) {
        return String.join(",", new ConnectionString(uri).getHosts());
    }

    @Override
    public void close() {
        // not started by the suite, so not ended by it
    }
}
