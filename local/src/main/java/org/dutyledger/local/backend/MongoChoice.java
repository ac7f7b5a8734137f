package org.dutyledger.local.backend;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.Executables;
import org.jspecify.annotations.Nullable;

/**
 * Which MongoDB a data directory works with.
 *
 * <p>The choice is made once. Kafka's log in the same directory belongs to one ledger; with another MongoDB the
 * services would read events of a ledger that is not there.
 *
 * @param detail the connection string or the program; empty for the embedded server
 */
record MongoChoice(Kind kind, String detail) {
    private static final String FILE = "mongodb.choice";

    enum Kind {
        EXTERNAL,
        MONGOD,
        EMBEDDED
    }

    /**
     * The choice for a run.
     *
     * @throws BackendException when the directory was used with another MongoDB, or its mongod cannot be found
     */
    static MongoChoice of(Backends.MongoSelection requested, Path directory) {
        @Nullable String before = remembered(directory);
        MongoChoice choice = chosen(requested, before);
        if (before != null && !before.equals(choice.mark())) {
            throw new BackendException(
                    directory + " was used with '" + before + "' and cannot continue with '" + choice.mark()
                            + "'; choose another --data directory or the same MongoDB"
                            + (choice.kind == Kind.EMBEDDED && !requested.embedded()
                                    ? " (no mongod was found: MONGOD or --mongod names one)"
                                    : ""),
                    null);
        }
        return choice;
    }

    /** Notes the choice once the server answered. */
    void remember(Path directory) {
        try {
            Files.writeString(directory.resolve(FILE), mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MongoChoice chosen(Backends.MongoSelection requested, @Nullable String before) {
        if (requested.mongodbUri() != null) {
            return new MongoChoice(Kind.EXTERNAL, requested.mongodbUri());
        }
        if (requested.embedded()) {
            return new MongoChoice(Kind.EMBEDDED, "");
        }
        if (requested.mongod() != null) {
            return new MongoChoice(Kind.MONGOD, requested.mongod().toString());
        }
        if (new MongoChoice(Kind.EMBEDDED, "").mark().equals(before)) {
            return new MongoChoice(Kind.EMBEDDED, "");
        }
        Optional<Path> mongod = Executables.mongod();
        return mongod.map(m -> new MongoChoice(Kind.MONGOD, m.toString()))
                .orElseGet(() -> new MongoChoice(Kind.EMBEDDED, ""));
    }

    private String mark() {
        return switch (kind) {
            case EXTERNAL -> "mongodb " + String.join(",", new ConnectionString(detail).getHosts());
            case MONGOD -> "mongod";
            case EMBEDDED -> "embedded";
        };
    }

    private static @Nullable String remembered(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
