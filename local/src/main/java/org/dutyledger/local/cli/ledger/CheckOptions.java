package org.dutyledger.local.cli.ledger;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.local.cli.options.LanguageConverter;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.verifier.finding.Text.Language;
import org.dutyledger.verifier.input.InputFiles;
import org.dutyledger.verifier.ledger.LedgerVerdict;
import picocli.CommandLine.Option;

/** What a ledger is compared with, and the language of the result. */
final class CheckOptions {
    @Option(
            names = "--key",
            paramLabel = "PEM",
            description =
                    "public key that must have signed, obtained otherwise than from the file; several times for older"
                            + " keys (default: the file's own)")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "NOTE",
            description = "a checkpoint kept from before, which the ledger must continue; may be given several times")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            converter = LanguageConverter.class,
            description = "language (default: zh)")
    private Language language = Language.ZH;

    List<PublicKey> keys() {
        return keys.stream().map(InputFiles::publicKey).toList();
    }

    List<SignedNote> checkpoints() {
        return checkpoints.stream().map(InputFiles::checkpoint).toList();
    }

    Language language() {
        return language;
    }

    LedgerVerdict text() {
        return new LedgerVerdict(language);
    }
}
