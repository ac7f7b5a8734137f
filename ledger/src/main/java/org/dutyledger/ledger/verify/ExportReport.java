package org.dutyledger.ledger.verify;

import java.util.Optional;
import org.dutyledger.ledger.checkpoint.Checkpoint;

/**
 * What a check of an export found; the counts go as far as the check came.
 *
 * @param lines lines read
 * @param commits sound commits
 * @param events sound events
 * @param streams streams they belong to
 * @param statement what the last line states, when all of it holds
 * @param found the first thing that does not hold, in line number {@code lines}
 */
public record ExportReport(
        long lines,
        long commits,
        long events,
        long streams,
        Optional<Statement> statement,
        Optional<LedgerBreak> found) {

    /**
     * A checkpoint that holds.
     *
     * @param keyId of the key that signed it
     * @param keyFromElsewhere whether that is a key that the caller had, not one that the export brought with it
     * @param earlier earlier checkpoints that this ledger continues
     */
    public record Statement(Checkpoint checkpoint, String keyId, boolean keyFromElsewhere, int earlier) {}
}
