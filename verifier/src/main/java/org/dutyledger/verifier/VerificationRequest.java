package org.dutyledger.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.VerifierKey;
import org.dutyledger.verifier.bundle.BundleReader;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.document.ReportCheck;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.finding.Text.Language;
import org.dutyledger.verifier.input.InputFiles;
import org.dutyledger.verifier.input.UnusableInputException;
import org.jspecify.annotations.Nullable;

/**
 * The files to verify, and the trusted keys.
 *
 * @param report DOCX or HTML, or null for the bundle alone
 * @param key file of the public key that must have signed, or null for the one in the bundle
 * @param cosigners who must have cosigned: {@code name=file} of a PEM key, or a verifier key {@code name+id+key}
 */
public record VerificationRequest(
        Path bundle, @Nullable Path report, @Nullable Path key, List<String> cosigners, Language language) {
    public VerificationRequest {
        cosigners = List.copyOf(cosigners);
    }

    /**
     * Verifies and reports the result line by line.
     *
     * @return {@link Outcome#exitCode()}
     * @throws UnusableInputException when a file cannot be read or a key is malformed
     */
    public int run(Consumer<String> line) {
        Trust trust = new Trust(
                key == null ? null : InputFiles.publicKey(key),
                cosigners.stream().map(VerificationRequest::cosigner).toList());
        byte[] bundleFile = InputFiles.bytes(bundle, BundleReader.MAX_BYTES);
        byte[] reportFile = report == null ? null : InputFiles.bytes(report, ReportCheck.MAX_BYTES);
        Outcome outcome = Verification.of(bundleFile, reportFile, trust);
        new Verdict(outcome, trust, report != null).lines(language).forEach(line);
        return outcome.exitCode();
    }

    private static VerifierKey cosigner(String text) {
        int equals = text.indexOf('=');
        try {
            return equals < 0
                    ? VerifierKey.parse(text)
                    : new VerifierKey(
                            text.substring(0, equals),
                            VerifierKey.COSIGNATURE,
                            InputFiles.publicKey(Path.of(text.substring(equals + 1))));
        } catch (MalformedNoteException | InvalidPathException e) {
            throw new UnusableInputException("--cosigner " + text + ": " + e.getMessage());
        }
    }
}
