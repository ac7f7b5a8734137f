package org.dutyledger.local.cli.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dutyledger.ledger.note.Ed25519Keys;
import org.dutyledger.ledger.note.MalformedNoteException;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.verify.ExportVerifier;
import org.dutyledger.ledger.verify.LedgerReport;
import org.dutyledger.local.cli.options.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an exported ledger with nothing but the file. */
@Command(
        name = "verify-ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a file that 'export' wrote, without a suite, a database or a network.",
            "核验导出的账本是否完整、未被改动。Says what was checked and what holds, and names the first thing that",
            "does not; the exit code is 1 then."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger verify-ledger ledger.ndjson",
            "  ./dutyledger verify-ledger ledger.ndjson --key checkpoint-public.pem --lang en"
        })
public final class VerifyLedgerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the exported ledger")
    private Path file = Path.of("ledger.ndjson");

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description =
                    "public key that must have signed, got by another way than the file (default: the file's own)")
    private @Nullable Path key;

    @Option(
            names = "--checkpoint",
            paramLabel = "NOTE",
            description = "a checkpoint kept from before, which the ledger must continue; may be given several times")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "language (default: zh)")
    private VerdictText.Language language = VerdictText.Language.zh;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        PublicKey trusted = key == null ? null : read(key, Ed25519Keys::publicPem);
        List<SignedNote> earlier =
                checkpoints.stream().map(c -> read(c, SignedNote::parse)).toList();
        LedgerReport report;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            report = new ExportVerifier(trusted == null ? List.of() : List.of(trusted), earlier).verify(in);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        }
        new VerdictText(language).lines(report).forEach(terminal::println);
        return report.found().isPresent() ? 1 : 0;
    }

    private static <T> T read(Path file, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IOException | MalformedNoteException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }
}
