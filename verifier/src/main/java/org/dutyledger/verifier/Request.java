package org.dutyledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dutyledger.ledger.note.Ed25519Keys;
import org.dutyledger.ledger.note.MalformedNoteException;
import org.dutyledger.verifier.bundle.BundleReader;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.check.Trust.Cosigner;
import org.dutyledger.verifier.document.ReportCheck;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.finding.Text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants verified.
 *
 * @param report DOCX or HTML, or null for the bundle alone
 * @param key file of the public key that must have signed, or null for the one in the bundle
 * @param cosigners files of the keys of further signers, by name
 */
public record Request(
        Path bundle, @Nullable Path report, @Nullable Path key, Map<String, Path> cosigners, Language language) {
    private static final int MAX_KEY = 10_000;

    public Request {
        cosigners = Map.copyOf(cosigners);
    }

    /**
     * Verifies and tells line by line what came of it.
     *
     * @return whether everything holds
     * @throws UnusableInputException when a file cannot be read or a key is none
     */
    public boolean run(Consumer<String> line) {
        List<Cosigner> further = new ArrayList<>();
        cosigners.forEach((name, file) -> further.add(new Cosigner(name, key(file))));
        Trust trust = new Trust(key == null ? null : key(key), further);
        byte[] bundleFile = read(bundle, BundleReader.MAX_BYTES);
        byte[] reportFile = report == null ? null : read(report, ReportCheck.MAX_BYTES);
        Outcome outcome = Verification.of(bundleFile, reportFile, trust);
        new Verdict(outcome, trust, report != null).lines(language).forEach(line);
        return outcome.holds();
    }

    private static PublicKey key(Path file) {
        try {
            return Ed25519Keys.publicPem(new String(read(file, MAX_KEY), java.nio.charset.StandardCharsets.UTF_8));
        } catch (MalformedNoteException e) {
            throw new UnusableInputException(file + ": " + e.getMessage());
        }
    }

    /** The file, or so much of it that it is seen to be too long. */
    private static byte[] read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }
}
