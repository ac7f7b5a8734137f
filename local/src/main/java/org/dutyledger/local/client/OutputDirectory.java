package org.dutyledger.local.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A directory for documents in which no file takes the place of another. */
final class OutputDirectory {
    private final Path directory;

    /** Creates the directory if it is missing. */
    OutputDirectory(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** Writes the content of a file. */
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    /**
     * Saves a file. Where another of that name has other bytes, a number is added to the name; one with the same bytes is
     * left as it is.
     *
     * @param name without its end; of a name from the network only what follows the last separator is taken
     * @param ascii the name where the system's encoding has no such characters as {@code name}
     * @param end with its point, such as {@code .docx}
     * @return where it is
     */
    Path save(String name, String ascii, String end, Content content) throws IOException {
        Path part = directory.resolve("." + ProcessHandle.current().pid() + end + ".part");
        try {
            content.writeTo(part);
            String base = base(name, ascii);
            Path target = directory.resolve(base + end);
            for (int number = 2; Files.exists(target) && Files.mismatch(part, target) >= 0; number++) {
                target = directory.resolve(base + "-" + number + end);
            }
            return Files.exists(target) ? target : Files.move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String base(String name, String ascii) {
        String last = last(name);
        try {
            return last.isBlank()
                    ? last(ascii)
                    : directory.resolve(last).getFileName().toString();
        } catch (InvalidPathException unmappable) {
            return last(ascii);
        }
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
