package org.dutyledger.ledger.append;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.Tail;
import org.dutyledger.ledger.store.Turns;
import org.dutyledger.ledger.store.UniqueKeys;

/** What a node shows a reader. */
record SimView(List<PlacedCommit> commits) implements LogStore {

    @Override
    public Tail tail() {
        if (commits.isEmpty()) {
            return Tail.empty();
        }
        PlacedCommit last = commits.get(commits.size() - 1);
        return new Tail(last.nextPosition(), last.hash());
    }

    @Override
    public Map<Long, UUID> slots(Collection<Long> positions) {
        Map<Long, UUID> found = new HashMap<>();
        commits.stream()
                .filter(commit -> positions.contains(commit.position()))
                .forEach(commit -> found.put(commit.position(), commit.commit().id()));
        return found;
    }

    @Override
    public Optional<Rival> rival(PlacedCommit mine) {
        List<Object> keys = UniqueKeys.of(mine.commit());
        List<Object> taken = new ArrayList<>();
        for (PlacedCommit other : commits) {
            boolean sameId = other.commit().id().equals(mine.commit().id());
            boolean sameRequest = mine.commit().requestId() != null
                    && mine.commit().requestId().equals(other.commit().requestId());
            if ((sameId || sameRequest) && other.position() != mine.position()) {
                return Optional.of(new Rival.SameRequest(
                        new Receipt(other.position(), other.nextPosition() - 1, other.hash(), true)));
            }
            if (!sameId) {
                UniqueKeys.of(other.commit()).stream().filter(keys::contains).forEach(taken::add);
            }
        }
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rival.SameEvent(UniqueKeys.firstShared(mine.commit(), taken)));
    }

    @Override
    public EncodedCommit draft(NewCommit commit) {
        return () -> commit.events().size();
    }

    @Override
    public InsertOutcome insert(List<PlacedCommit> batch) {
        throw new UnsupportedOperationException("a view is for reading");
    }

    @Override
    public Turns turns() {
        throw new UnsupportedOperationException("turns are simulated elsewhere");
    }

    @Override
    public List<StoredCommit> read(long position, int limit) {
        throw new UnsupportedOperationException("the appender does not read so");
    }

    @Override
    public List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        throw new UnsupportedOperationException("the appender does not read so");
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        throw new UnsupportedOperationException("the appender does not read so");
    }

    @Override
    public Optional<StoredCommit> findRequest(String requestId) {
        throw new UnsupportedOperationException("the appender does not read so");
    }
}
