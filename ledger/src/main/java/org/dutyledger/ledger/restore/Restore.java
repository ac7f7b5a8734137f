package org.dutyledger.ledger.restore;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.store.RestoreTarget;
import org.dutyledger.ledger.verify.ExportVerifier;
import org.dutyledger.ledger.verify.LedgerBreak;
import org.dutyledger.ledger.verify.LedgerReport;

/**
 * Loads an export into an empty store: the very same commits, at the same positions, with the hashes they had. One that
 * was interrupted goes on where it stopped, when all that is there already is what the export holds.
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
     * Reads the store back and holds it against the export; only then the restore is over.
     *
     * @param store what is known of it; with the export's checkpoints
     * @return what was found; when that is a break the store stays closed
     */
    public LedgerReport confirm(InputStream export, StoreVerifier store) throws IOException {
        LedgerReport report = store.verify(target);
        if (report.found().isPresent()) {
            return report;
        }
        try (Stream<StoredCommit> stored = target.walk()) {
            Against against = new Against(stored.iterator());
            LedgerReport exported = verifier.verify(export, against);
            List<LedgerBreak> breaks = Stream.concat(exported.found().stream(), against.found().stream())
                    .toList();
            if (!breaks.isEmpty()) {
                return report.but(breaks.get(0));
            }
            if (exported.events() != report.events()) {
                throw new RestoreException("the store holds " + report.events() + " events, the export "
                        + exported.events() + "; somebody else writes there");
            }
        }
        target.finish();
        return report;
    }
}
