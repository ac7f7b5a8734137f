package org.dutyledger.ledger.restore;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.export.Exported;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.ExportedCommit;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.dutyledger.proof.verify.LedgerBreak;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Compares stored commits with those of an export: every member, also those that no hash covers. Receives the export's
 * commits one after the other; later commits of the store are not checked.
 */
public class StoreComparison implements ExportVerifier.Sink {
    private final Iterator<StoredCommit> stored;
    private @Nullable LedgerBreak found;

    /** @param stored the commits as they are stored, from the first */
    public StoreComparison(Iterator<StoredCommit> stored) {
        this.stored = stored;
    }

    @Override
    public void commit(ExportedCommit exported) {
        if (found != null) {
            return;
        }
        String different = stored.hasNext()
                ? difference(exported, Exported.of(stored.next()))
                : "the store ends before position " + exported.position();
        if (different != null) {
            found = new LedgerBreak(Kind.DIFFERS, exported.position(), different);
        }
    }

    /** The first commit that differs, if any. */
    public Optional<LedgerBreak> found() {
        return Optional.ofNullable(found);
    }

    private static @Nullable String difference(ExportedCommit exported, ExportedCommit stored) {
        String different = differs("position", exported.position(), stored.position());
        different = different != null ? different : differs("commit", exported.id(), stored.id());
        different = different != null ? different : differs("request", exported.requestId(), stored.requestId());
        different = different != null ? different : differs("recordedAt", exported.recordedAt(), stored.recordedAt());
        if (different == null && !Arrays.equals(exported.previousHash(), stored.previousHash())) {
            different = "the hash of the commit before differs";
        }
        if (different == null && !Arrays.equals(exported.hash(), stored.hash())) {
            different = "the hash differs";
        }
        for (int i = 0; different == null && i < exported.events().size(); i++) {
            different = i < stored.events().size()
                    ? difference(exported.events().get(i), stored.events().get(i))
                    : "the store has fewer events";
        }
        return different != null
                ? different
                : differs("events", exported.events().size(), stored.events().size());
    }

    private static @Nullable String difference(ExportedEvent exported, ExportedEvent stored) {
        String different = differs("stream", exported.stream(), stored.stream());
        different = different != null ? different : differs("sequence", exported.sequence(), stored.sequence());
        different = different != null ? different : differs("type", exported.type(), stored.type());
        different = different != null ? different : differs("id", exported.id(), stored.id());
        return different != null || Arrays.equals(exported.data(), stored.data())
                ? different
                : "the bytes of event '" + exported.id() + "' differ";
    }

    private static @Nullable String differs(String name, @Nullable Object exported, @Nullable Object stored) {
        return Objects.equals(exported, stored)
                ? null
                : name + " is '" + exported + "' in the export and '" + stored + "' in the store";
    }
}
