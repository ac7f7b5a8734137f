package org.dutyledger.submission.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;

/**
 * The ledger as the aggregates see it: a commit whose request is stored already is an error there. The aggregate that
 * decided it holds events that were never stored; the error rolls its unit of work back, so that no later command
 * starts from it.
 */
public final class FirstOnlyLedger implements Ledger {
    private final Ledger ledger;

    public FirstOnlyLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The ledger holds the request; its first commit is the answer. */
    static final class RepeatedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RepeatedException() {
            super("the ledger holds this request already");
        }
    }

    @Override
    public Receipt append(NewCommit commit) {
        Receipt receipt = ledger.append(commit);
        if (receipt.repeated()) {
            throw new RepeatedException();
        }
        return receipt;
    }

    @Override
    public List<StoredCommit> read(long position, int limit) {
        return ledger.read(position, limit);
    }

    @Override
    public List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        return ledger.readStream(stream, firstSequence, limit);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return ledger.lastSequence(stream);
    }

    @Override
    public Optional<StoredCommit> findRequest(String requestId) {
        return ledger.findRequest(requestId);
    }

    @Override
    public long size() {
        return ledger.size();
    }
}
