package org.dutyledger.verifier.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;
import org.dutyledger.verifier.finding.Text.Language;
import org.dutyledger.verifier.input.InputFiles;
import org.dutyledger.verifier.input.UnusableInputException;

/**
 * An exported ledger to check, and what it is compared with.
 *
 * @param keys files of public keys that must have signed; empty for the one in the file
 * @param checkpoints files of checkpoints kept from before, which the ledger must continue
 */
public record LedgerCheckRequest(Path file, List<Path> keys, List<Path> checkpoints, Language language) {
    public LedgerCheckRequest {
        keys = List.copyOf(keys);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * Checks and reports the result line by line.
     *
     * @return 0 when it holds, 1 when it does not
     * @throws UnusableInputException when a file cannot be read
     */
    public int run(Consumer<String> line) {
        ExportVerifier verifier = new ExportVerifier(
                keys.stream().map(InputFiles::publicKey).toList(),
                checkpoints.stream().map(InputFiles::checkpoint).toList());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UnusableInputException("there is no readable file " + file);
        }
        try {
            LedgerReport report = verifier.verify(() -> new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            new LedgerVerdict(language).lines(report).forEach(line);
            return report.found().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            throw new UnusableInputException(InputFiles.unreadable(file, e));
        }
    }
}
