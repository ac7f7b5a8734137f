package org.dutyledger.ledger.append;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.StoreUnavailableException;
import org.dutyledger.ledger.store.Tail;
import org.dutyledger.ledger.store.Turns;

/** A store that waits, answers wrongly or is unavailable as scripted by the test. */
final class ScriptedStore implements LogStore {
    private final List<List<PlacedCommit>> batches = new CopyOnWriteArrayList<>();
    private final List<PlacedCommit> stored = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean unreachable;
    private volatile InsertOutcome next;
    private volatile boolean nextStores;
    private volatile Error fatal;

    /** Inserts wait from now on. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    void unreachable(boolean unavailable) {
        unreachable = unavailable;
    }

    /** The next insert answers this, whatever it {@code stores}. */
    void answerOnce(InsertOutcome outcome, boolean stores) {
        nextStores = stores;
        next = outcome;
    }

    /** The next insert stores and then fails like a machine that is out of memory. */
    void failOnce(Error error) {
        fatal = error;
    }

    /** What was sent. */
    List<List<PlacedCommit>> batches() {
        return batches;
    }

    @Override
    public EncodedCommit draft(NewCommit commit) {
        return () -> commit.events().stream().mapToInt(e -> e.data().length).sum();
    }

    @Override
    public InsertOutcome insert(List<PlacedCommit> commits) {
        batches.add(new ArrayList<>(commits));
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        InsertOutcome answer = next;
        next = null;
        if (answer == null || nextStores) {
            stored.addAll(commits);
        }
        Error failing = fatal;
        fatal = null;
        if (failing != null) {
            throw failing;
        }
        return answer == null ? new InsertOutcome.Stored() : answer;
    }

    private SimView view() {
        if (unreachable) {
            throw new StoreUnavailableException("away", null);
        }
        return new SimView(stored);
    }

    @Override
    public Tail tail() {
        return view().tail();
    }

    @Override
    public Map<Long, UUID> slots(Collection<Long> positions) {
        return view().slots(positions);
    }

    @Override
    public Optional<Rival> rival(PlacedCommit commit) {
        return view().rival(commit);
    }

    @Override
    public Turns turns() {
        return Turns.alwaysMine();
    }

    @Override
    public List<StoredCommit> read(long position, int limit) {
        return view().read(position, limit);
    }

    @Override
    public List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        return view().readStream(stream, firstSequence, limit);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return view().lastSequence(stream);
    }

    @Override
    public Optional<StoredCommit> findRequest(String requestId) {
        return view().findRequest(requestId);
    }
}
