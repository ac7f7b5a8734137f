package org.dutyledger.ledger.restore;

import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.checkpoint.Checkpoint;
import org.dutyledger.ledger.export.Exported;
import org.dutyledger.ledger.note.KeyRing;
import org.dutyledger.ledger.note.NoteVerifier;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.store.MalformedCommitException;
import org.dutyledger.ledger.store.StoredLog;
import org.dutyledger.ledger.verify.LedgerBreak.Kind;
import org.dutyledger.ledger.verify.LedgerCheck;
import org.dutyledger.ledger.verify.LedgerReport;
import org.dutyledger.ledger.verify.LedgerReport.Statement;

/** Checks what is stored, document by document, and that it continues every checkpoint that is known. */
public final class StoreVerifier {
    private final KeyRing keys;
    private final Collection<SignedNote> kept;
    private final Collection<SignedNote> given;

    /**
     * A verifier.
     *
     * @param keys that may have signed checkpoints; without any only their roots are compared
     * @param kept checkpoints that lie beside the ledger; older ones may be of keys that are not known any more
     * @param given checkpoints from elsewhere, which one of the keys must have signed
     */
    public StoreVerifier(List<PublicKey> keys, Collection<SignedNote> kept, Collection<SignedNote> given) {
        this.keys = new KeyRing(keys);
        this.kept = List.copyOf(kept);
        this.given = List.copyOf(given);
    }

    /** Reads all of it, or to the first break. */
    public LedgerReport verify(StoredLog log) {
        LedgerCheck check = new LedgerCheck(keys);
        check.expect(kept, false);
        check.expect(given, !keys.keys().isEmpty());
        try (Stream<StoredCommit> commits = log.walk()) {
            boolean whole = commits.map(Exported::of).allMatch(check::accept);
            if (whole) {
                check.end();
            }
        } catch (MalformedCommitException e) {
            check.fail(Kind.FORM, String.valueOf(e.getMessage()));
        }
        return new LedgerReport(
                0,
                check.commits(),
                check.size(),
                check.streams(),
                0,
                check.found().isPresent() ? Optional.empty() : check.last().map(last -> statement(check, last)),
                check.found());
    }

    private Statement statement(LedgerCheck check, Checkpoint last) {
        String keyId = Stream.concat(kept.stream(), given.stream())
                .filter(note -> Checkpoint.parse(note.text()).size() == last.size())
                .flatMap(note -> keys.signerOf(last.origin(), note).stream())
                .map(NoteVerifier::keyId)
                .findFirst()
                .orElse(null);
        return new Statement(last, keyId, keyId != null, check.continued() - 1, check.unsigned());
    }
}
