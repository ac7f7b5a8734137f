package org.dutyledger.ledger.restore;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;

/**
 * Loads an export into an empty store: the very same commits, at the same positions, with the hashes they had. An
 * interrupted restore continues where it stopped, provided that everything stored already equals the export.
 */
public final class Restore {
    private final RestoreTarget target;
    private final ExportVerifier verifier;

    /** @param verifier reads the export; it must have found it sound before */
    public Restore(RestoreTarget target, ExportVerifier verifier) {
        this.target = target;
        this.verifier = verifier;
    }

    /**
     * Loads the commits.
     *
     * @return events that an interrupted restore had brought here before
     * @throws RestoreException when the store is not empty, holds something else, or does not answer
     */
    public long load(InputStream export) throws IOException {
        long before = target.store().tail().next();
        if (before > 0 && !target.begun()) {
            throw new RestoreException("the ledger is not empty: it holds " + before
                    + " events. Restore into an empty database or a new data directory");
        }
        target.begin();
        Loading loading = new Loading(target.store(), before);
        try {
            LedgerReport report = verifier.verify(export, loading);
            if (report.found().isPresent()) {
                throw new RestoreException("the export is no longer what was verified: "
                        + report.found().get().detail());
            }
            loading.end();
        } catch (RestoreException e) {
            if (before == 0 && loading.loaded() == 0) {
                target.finish();
            }
            throw e;
        }
        return before;
    }

    /**
     * Reads the store back, member by member against the export, keeps the export's checkpoints beside it, and checks that
     * it continues all of them; only then the restore is over.
     *
     * @param keys that may have signed checkpoints
     * @return what was found; after a break the ledger cannot be opened
     */
    public LedgerReport confirm(InputStream export, List<PublicKey> keys) throws IOException {
        LedgerReport exported;
        try (Stream<StoredCommit> stored = target.walk()) {
            Keeping keeping = new Keeping(stored.iterator(), target.history());
            exported = verifier.verify(export, keeping);
            if (exported.found().isPresent() || keeping.found().isPresent()) {
                return exported.but(exported.found().or(keeping::found).orElseThrow());
            }
        }
        LedgerReport report = new StoreVerifier(keys, target.history(), List.of()).verify(target);
        if (report.found().isEmpty() && exported.events() != report.events()) {
            throw new RestoreException("the store holds " + report.events() + " events, the export " + exported.events()
                    + "; another process writes there");
        }
        if (report.found().isEmpty()) {
            target.finish();
        }
        return report;
    }

    /** Compares, and adds each checkpoint to the history when it is read. */
    private static final class Keeping extends StoreComparison {
        private final CheckpointHistory history;

        Keeping(Iterator<StoredCommit> stored, CheckpointHistory history) {
            super(stored);
            this.history = history;
        }

        @Override
        public void checkpoint(SignedNote checkpoint) {
            Optional<SignedNote> newest = history.newest();
            long size = Checkpoint.parse(checkpoint.text()).size();
            boolean newer =
                    newest.isEmpty() || Checkpoint.parse(newest.get().text()).size() < size;
            if (found().isEmpty() && newer && !history.keep(checkpoint, newest)) {
                throw new RestoreException(
                        "another process keeps checkpoints there; no service may run on this ledger");
            }
        }
    }
}
