package org.dutyledger.local.cli.ledger;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.dutyledger.local.cli.options.LanguageConverter;
import org.dutyledger.verifier.VerificationRequest;
import org.dutyledger.verifier.finding.Text.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an issued report with nothing but its proof bundle; the same code as the jar that auditors take with them. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an issued report against its proof bundle, without a suite, a database or a network.",
            "核验报告是否为签发的原件、其中数字是否都来自账本。Names the first number, date or paragraph that was",
            "altered. The exit code is 0 when all holds, 1 when something does not, 2 when a file cannot be read, and 3",
            "for a copy: not the issued file, but the text that can be read is the same.",
            "verifier/target/dutyledger-verifier.jar does the same on any machine."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger verify REPORT.proof.json",
            "  ./dutyledger verify REPORT.proof.json REPORT.docx --key checkpoint-public.pem",
            "  ./dutyledger verify REPORT.proof.json REPORT.html --lang en"
        })
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "BUNDLE", description = "the report's proof bundle, *.proof.json")
    private Path bundle = Path.of("report.proof.json");

    @Parameters(index = "1", arity = "0..1", paramLabel = "REPORT", description = "the report's file, DOCX or HTML")
    private @Nullable Path report;

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "public key that must have signed, obtained otherwise than from the bundle"
                    + " (default: the bundle's own)")
    private @Nullable Path key;

    @Option(
            names = "--cosigner",
            paramLabel = "WHO",
            description = "who must have cosigned: name=FILE of a PEM key, or name+id+key; may be given several times")
    private List<String> cosigners = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            converter = LanguageConverter.class,
            description = "language (default: zh)")
    private Language language = Language.ZH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        return new VerificationRequest(bundle, report, key, cosigners, language).run(terminal::println);
    }
}
