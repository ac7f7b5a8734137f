package org.dutyledger.local.cli.options;

import java.nio.file.Path;
import org.dutyledger.local.suite.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation on this machine. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where databases, keys and documents are stored (default: .dutyledger beside the program)")
    private @Nullable Path data;

    /** The chosen directory. */
    public DataDirectory directory() {
        return directory(data);
    }

    /** A directory, or the usual one. */
    public static DataDirectory directory(@Nullable Path data) {
        return new DataDirectory(
                data == null ? Path.of(System.getProperty("dutyledger.root", "."), ".dutyledger") : data);
    }
}
