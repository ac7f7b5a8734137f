package org.dutyledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.VerifierKey;
import org.dutyledger.verifier.bundle.BundleReader;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.document.ReportCheck;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.finding.Text.Language;
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
    private static final int MAX_KEY = 10_000;

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
                key == null ? null : key(key),
                cosigners.stream().map(VerificationRequest::cosigner).toList());
        byte[] bundleFile = read(bundle, BundleReader.MAX_BYTES);
        byte[] reportFile = report == null ? null : read(report, ReportCheck.MAX_BYTES);
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
                            key(Path.of(text.substring(equals + 1))));
        } catch (MalformedNoteException | InvalidPathException e) {
            throw new UnusableInputException("--cosigner " + text + ": " + e.getMessage());
        }
    }

    private static PublicKey key(Path file) {
        try {
            return Ed25519Keys.publicPem(new String(read(file, MAX_KEY), StandardCharsets.UTF_8));
        } catch (MalformedNoteException e) {
            throw new UnusableInputException(file + ": " + e.getMessage());
        }
    }

    /** The file, or so much of it that it is seen to be too long. */
    private static byte[] read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UnusableInputException("cannot read " + file + ": " + why(file, e));
        }
    }

    private static String why(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
    }
}
