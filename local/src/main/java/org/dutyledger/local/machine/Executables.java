package org.dutyledger.local.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds programs. */
public final class Executables {
    private Executables() {}

    /** The program of that name on the search path. */
    public static Optional<Path> onPath(String name) {
        String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(d -> !d.isBlank())
                .map(d -> Path.of(d, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The mongod that {@code MONGOD} names or that is on the search path. */
    public static Optional<Path> mongod() {
        String named = System.getenv("MONGOD");
        if (named == null || named.isBlank()) {
            return Executables.onPath("mongod");
        }
        Path program = Path.of(named);
        if (!Files.isExecutable(program)) {
            throw new BackendException("MONGOD names " + named + ", which is no program", null);
        }
        return Optional.of(program);
    }
}
