package org.dutyledger.submission.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;

/** A ledger that fails on demand, before or after it has stored. */
final class TroubledLedger implements Ledger {
    private final Ledger ledger;
    RuntimeException whenReading;
    RuntimeException beforeAppend;
    RuntimeException afterAppend;
    RuntimeException whenReadingAfterAppend;
    int conflicts;

    TroubledLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Receipt append(NewCommit commit) {
        if (beforeAppend != null) {
            throw beforeAppend;
        }
        if (conflicts > 0) {
            conflicts--;
            throw new org.dutyledger.ledger.StreamConflictException(
                    commit.events().get(0));
        }
        Receipt receipt = ledger.append(commit);
        if (whenReadingAfterAppend != null) {
            whenReading = whenReadingAfterAppend;
        }
        if (afterAppend != null) {
            throw afterAppend;
        }
        return receipt;
    }

    @Override
    public List<StoredCommit> read(long position, int limit) {
        return ledger.read(position, limit);
    }

    @Override
    public List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        if (whenReading != null) {
            throw whenReading;
        }
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
