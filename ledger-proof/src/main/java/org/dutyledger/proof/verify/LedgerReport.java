package org.dutyledger.proof.verify;

import java.util.Optional;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check of a ledger; the counts cover everything up to the end of the check.
 *
 * @param lines lines read of an export; 0 for a store, which has none
 * @param commits sound commits
 * @param events sound events
 * @param streams streams they belong to
 * @param issued reports of which the streams root was computed again
 * @param statement the signed statement about all of this, when all of it holds; a store may have no checkpoint yet
 * @param found the first thing that does not hold, in line number {@code lines}
 */
public record LedgerReport(
        long lines,
        long commits,
        long events,
        long streams,
        long issued,
        Optional<Statement> statement,
        Optional<LedgerBreak> found) {

    /** The same counts, but with a break that was found after all. */
    public LedgerReport but(LedgerBreak later) {
        return new LedgerReport(lines, commits, events, streams, issued, Optional.empty(), Optional.of(later));
    }

    /** The same after its reports were compared, one of which may not fit; for an export with the line. */
    public LedgerReport compared(IssuedReports reports, long line, Optional<LedgerBreak> wrong) {
        return new LedgerReport(
                wrong.isPresent() ? line : lines,
                commits,
                events,
                streams,
                reports.compared(),
                wrong.isPresent() ? Optional.empty() : statement,
                wrong);
    }

    /**
     * A checkpoint that holds.
     *
     * @param checkpoint the last one
     * @param keyId of the key that signed it; null when there is no key to check it with
     * @param keyFromElsewhere whether that is a key that the caller had, not one that the export brought with it
     * @param earlier earlier checkpoints that this ledger continues
     * @param unsigned those among them, or the last one, that are not signed by a key known here
     */
    public record Statement(
            Checkpoint checkpoint, @Nullable String keyId, boolean keyFromElsewhere, int earlier, int unsigned) {}
}
