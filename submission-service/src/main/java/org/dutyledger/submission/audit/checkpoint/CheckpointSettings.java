package org.dutyledger.submission.audit.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of checkpoints; defaults are in {@code submission-service.yml}.
 *
 * @param ledgerName name under which checkpoints are signed: their origin; must not end in {@code /export}, as seals do
 * @param checkpointKey PEM file of the Ed25519 key; empty means one that lives as long as the process
 * @param checkpointMemory file of the last checkpoint; empty means beside the key
 * @param checkpointEvery after which time the next one is due when something has changed
 * @param cosigners verifier keys ({@code name+id+key}) of those whose cosignatures are taken
 */
@ConfigurationProperties("dutyledger.audit")
record CheckpointSettings(
        String ledgerName,
        String checkpointKey,
        String checkpointMemory,
        Duration checkpointEvery,
        List<String> cosigners) {
    private static final int MAX_COSIGNERS = 15;

    CheckpointSettings {
        if (ledgerName.endsWith("/export")) {
            throw new IllegalArgumentException("dutyledger.audit.ledger-name (DUTYLEDGER_LEDGER_NAME) is " + ledgerName
                    + "; what ends in /export is the seal of an export, never a checkpoint");
        }
        if (checkpointEvery.compareTo(Duration.ofSeconds(1)) < 0
                || checkpointEvery.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("dutyledger.audit.checkpoint-every (DUTYLEDGER_CHECKPOINT_EVERY) is "
                    + checkpointEvery + "; it can be 1s to 1h");
        }
        if (cosigners.size() > MAX_COSIGNERS) {
            throw new IllegalArgumentException("dutyledger.audit.cosigners (DUTYLEDGER_COSIGNERS) names "
                    + cosigners.size() + " keys; at most " + MAX_COSIGNERS + " can be");
        }
    }

    /** Where the last checkpoint is remembered, out of reach of the database's owner. */
    Path memory(Path key) {
        return checkpointMemory.isEmpty()
                ? key.resolveSibling(key.getFileName() + ".last-checkpoint")
                : Path.of(checkpointMemory);
    }
}
