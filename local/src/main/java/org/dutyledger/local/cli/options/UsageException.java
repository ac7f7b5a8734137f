package org.dutyledger.local.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import org.dutyledger.verifier.input.InputFiles;

/** The command cannot carry out the request; the message names what would work. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /** For a named file that could not be read: the file and the reason. */
    public static UsageException unreadable(Path file, IOException e) {
        return new UsageException(InputFiles.unreadable(file, e));
    }
}
