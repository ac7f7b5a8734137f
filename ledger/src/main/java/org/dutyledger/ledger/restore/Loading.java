package org.dutyledger.ledger.restore;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.ExportedCommit;
import org.dutyledger.proof.verify.LedgerBreak;

/** One load under way: compares what is there already, inserts the rest in batches. Positions and hashes are as given. */
final class Loading implements ExportVerifier.Sink {
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 << 20;

    private final LogStore store;
    private final long before;
    private final StoreComparison prefix;
    private final List<PlacedCommit> batch = new ArrayList<>();
    private int bytes;
    private long next;
    private long loaded;

    /** @param before events that are stored already */
    Loading(LogStore store, long before) {
        this.store = store;
        this.before = before;
        this.prefix = new StoreComparison(new Pages(store));
    }

    @Override
    public void commit(ExportedCommit commit) {
        if (commit.position() < before) {
            prefix.commit(commit);
            prefix.found().ifPresent(Loading::refuse);
        } else {
            add(commit);
        }
        next = commit.nextPosition();
    }

    /** All commits were given. */
    void end() {
        if (before > next) {
            throw new RestoreException("the ledger holds " + before + " events, the export only " + next
                    + ": it is not the beginning of this export");
        }
        flush();
    }

    /** Commits inserted. */
    long loaded() {
        return loaded;
    }

    private void add(ExportedCommit commit) {
        NewCommit whole = new NewCommit(
                commit.id(),
                commit.requestId(),
                commit.recordedAt(),
                commit.events().stream()
                        .map(e -> new NewEvent(e.stream(), e.sequence(), e.type(), e.id(), e.data()))
                        .toList());
        PlacedCommit placed =
                new PlacedCommit(whole, store.draft(whole), commit.position(), commit.previousHash(), commit.hash());
        batch.add(placed);
        bytes += placed.draft().bytes();
        if (batch.size() == BATCH || bytes >= BATCH_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        InsertOutcome outcome = store.insert(List.copyOf(batch));
        if (outcome instanceof InsertOutcome.Clash clash) {
            loaded += clash.index();
            throw new RestoreException("position " + batch.get(clash.index()).position()
                    + " of the ledger, or an id of its commit, is taken: another process writes there, or"
                    + " an earlier attempt still does. Nothing was overwritten; make sure that no other process"
                    + " writes there, and run the import again");
        }
        if (!(outcome instanceof InsertOutcome.Stored)) {
            loaded++;
            throw new RestoreException(
                    "the store did not confirm position " + batch.get(0).position()
                            + " and what follows; run the import again, it continues where it stopped");
        }
        loaded += batch.size();
        batch.clear();
        bytes = 0;
    }

    private static void refuse(LedgerBreak found) {
        throw new RestoreException("the ledger is not empty, and not the beginning of this export: position "
                + found.position() + ": " + found.detail());
    }

    /** All that is stored, page by page. */
    private static final class Pages implements Iterator<StoredCommit> {
        private final LogStore store;
        private List<StoredCommit> page = List.of();
        private int at;
        private long next;

        Pages(LogStore store) {
            this.store = store;
        }

        @Override
        public boolean hasNext() {
            if (at == page.size()) {
                page = store.read(next, BATCH);
                at = 0;
            }
            return at < page.size();
        }

        @Override
        public StoredCommit next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            StoredCommit commit = page.get(at++);
            next = commit.nextPosition();
            return commit;
        }
    }
}
