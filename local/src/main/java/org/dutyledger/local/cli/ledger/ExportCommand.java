package org.dutyledger.local.cli.ledger;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
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
            "Writes the whole ledger to a file: one line of JSON a commit, a signed checkpoint at the end.",
            "'verify-ledger' checks such a file on any machine, without a suite. Of a ledger that is broken no file is",
            "written; the exit code is 1, and the place is said."
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
        PrintWriter terminal = spec.commandLine().getOut();
        long bytes = access.client(TokenMint.Bearer.office())
                .download("/api/v1/ledger/export", file, ExportEnd::requireSeal);
        terminal.println("Wrote " + file + ", " + bytes + " bytes");
        return 0;
    }
}
