package org.dutyledger.local.cli.ledger;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.cli.options.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the whole ledger to a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole ledger to a file: a signed checkpoint, one line of JSON a commit, a seal.",
            "'verify-ledger' checks such a file on any machine, without a suite. Of a ledger that is broken no file is",
            "written; the exit code is 1, and the place is reported."
        },
        footer = {"", "Example:", "  ./dutyledger export ledger.ndjson && ./dutyledger verify-ledger ledger.ndjson"})
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Parameters(paramLabel = "FILE", description = "file to write; one that is there already is replaced")
    private Path file = Path.of("ledger.ndjson");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        requirePlace();
        PrintWriter terminal = spec.commandLine().getOut();
        long bytes = access.client(TokenMint.Bearer.office())
                .download("/api/v1/ledger/export", file, ExportEnd::requireSeal);
        terminal.println("Wrote " + file + ", " + bytes + " bytes");
        return 0;
    }

    /** Before anything is asked for: a directory in its place, even an empty one, is never replaced. */
    private void requirePlace() {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a directory; name the file to write");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new UsageException("there is no directory " + directory);
        }
    }
}
