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
        return Optional.of(program("MONGOD", Path.of(named)));
    }

    /**
     * The program that a setting names.
     *
     * @throws BackendException when there is no such program
     */
    public static Path program(String setting, Path named) {
        if (!Files.isExecutable(named) || Files.isDirectory(named)) {
            throw new BackendException(setting + " names " + named + ", which is not a program", null);
        }
        return named;
    }
}
