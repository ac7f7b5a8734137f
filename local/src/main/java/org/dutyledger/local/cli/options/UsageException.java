package org.dutyledger.local.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The command cannot carry out the request; the message names what would work. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /** For a named file that could not be read: the file and the reason. */
    public static UsageException unreadable(Path file, IOException e) {
        String why = e instanceof NoSuchFileException
                ? "there is no such file"
                : Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
        return new UsageException("cannot read " + file + ": " + why);
    }
}
