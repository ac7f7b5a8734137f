package org.dutyledger.local.cli.options;

import java.nio.file.Path;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.suite.GatewayPort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to run the suite. */
public final class SuiteOptions {
    private static final int USUAL_PORT = 8080;

    @Mixin
    private DataOption data = new DataOption();

    @ArgGroup
    private Mongo mongo = new Mongo();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "port of the web page and the API, 0 for any free one (default: 8080, where taken any free one)")
    private @Nullable Integer port;

    /** At most one of these; none means: MONGOD or a mongod on the PATH, else the embedded server. */
    static final class Mongo {
        @Option(
                names = "--mongodb-uri",
                paramLabel = "URI",
                description = "use a MongoDB replica set that runs already")
        private @Nullable String uri;

        @Option(
                names = "--mongod",
                paramLabel = "PROGRAM",
                description = "start this mongod (default: MONGOD, then the PATH)")
        private @Nullable Path mongod;

        @Option(names = "--embedded", description = "use the embedded server; for trial only")
        private boolean embedded;
    }

    /** The installation. */
    public DataOption data() {
        return data;
    }

    /** The requested MongoDB. */
    public Backends.MongoSelection requested() {
        return new Backends.MongoSelection(mongo.uri, mongo.mongod, mongo.embedded);
    }

    /** The port of the gateway: the very one that was asked for, else the usual one where it is free. */
    public GatewayPort port() {
        return port == null ? GatewayPort.preferably(USUAL_PORT) : GatewayPort.exactly(port);
    }
}
