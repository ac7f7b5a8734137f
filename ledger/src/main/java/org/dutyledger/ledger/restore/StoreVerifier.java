package org.dutyledger.ledger.restore;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.export.Exported;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.CheckpointHistory.Kept;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.KeyRing;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.IssuedReports;
import org.dutyledger.proof.verify.LedgerBreak;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.dutyledger.proof.verify.LedgerCheck;
import org.dutyledger.proof.verify.LedgerReport;
import org.dutyledger.proof.verify.LedgerReport.Statement;

/** Checks what is stored, document by document, and that it continues every checkpoint that is known. */
public final class StoreVerifier {
    private static final int PAGE = 500;
    private final KeyRing keys;
    private final CheckpointHistory kept;
    private final List<SignedNote> given;

    /**
     * A verifier.
     *
     * @param keys that may have signed checkpoints; without any only their roots are compared
     * @param kept checkpoints stored beside the ledger; older ones may be of keys that are no longer known
     * @param given checkpoints from elsewhere, which one of the keys must have signed
     */
    public StoreVerifier(List<PublicKey> keys, CheckpointHistory kept, List<SignedNote> given) {
        this.keys = new KeyRing(keys);
        this.kept = kept;
        this.given = List.copyOf(given);
    }

    /** Reads all of it, or to the first break. */
    public LedgerReport verify(StoredLog log) {
        LedgerCheck check = new LedgerCheck(keys);
        check.expect(given, !keys.keys().isEmpty());
        List<SignedNote> beside = new ArrayList<>();
        Optional<LedgerBreak> gone = expectKept(check, beside);
        try (Stream<StoredCommit> commits = log.walk()) {
            boolean whole = commits.map(Exported::of).allMatch(check::accept);
            if (whole) {
                check.end();
            }
        } catch (MalformedCommitException e) {
            check.fail(Kind.FORM, String.valueOf(e.getMessage()));
        }
        gone.ifPresent(each -> check.fail(each.kind(), each.position(), each.detail()));
        LedgerReport report = new LedgerReport(
                0,
                check.commits(),
                check.size(),
                check.streams(),
                0,
                check.found().isPresent() ? Optional.empty() : check.last().map(last -> statement(check, last, beside)),
                check.found());
        return report.found().isPresent() ? report : compared(report, check.issued(), log);
    }

    /** Reads once more, up to the last report that was issued. */
    private static LedgerReport compared(LedgerReport report, IssuedReports issued, StoredLog log) {
        Optional<LedgerBreak> wrong = Optional.empty();
        if (!issued.done()) {
            try (Stream<StoredCommit> commits = log.walk()) {
                Iterator<StoredCommit> each = commits.iterator();
                while (wrong.isEmpty() && !issued.done() && each.hasNext()) {
                    wrong = issued.compare(Exported.of(each.next()));
                }
            } catch (MalformedCommitException alteredMeanwhile) {
                // not done, as below
            }
        }
        return report.compared(issued, 0, wrong.isPresent() || issued.done() ? wrong : Optional.of(issued.missing()));
    }

    /** Passes the kept checkpoints to the check, and whether each still follows its predecessor. */
    private Optional<LedgerBreak> expectKept(LedgerCheck check, List<SignedNote> beside) {
        long end = CheckpointHistory.NONE;
        try {
            List<Kept> page = kept.kept(0, PAGE);
            while (!page.isEmpty()) {
                for (Kept each : page) {
                    if (each.after() != end) {
                        return Optional.of(gone(each, end));
                    }
                    end = each.size();
                    beside.add(each.note());
                    check.expect(List.of(each.note()), false);
                }
                page = kept.kept(end + 1, PAGE);
            }
            return Optional.empty();
        } catch (MalformedNoteException e) {
            return Optional.of(new LedgerBreak(Kind.KEPT, Math.max(0, end), String.valueOf(e.getMessage())));
        }
    }

    private static LedgerBreak gone(Kept next, long end) {
        String found = end == CheckpointHistory.NONE ? "none is there" : "the last one there is of " + end;
        return new LedgerBreak(
                Kind.KEPT,
                Math.max(0, next.after()),
                "the checkpoint of " + next.size() + " events was kept after one of " + next.after() + "; before it "
                        + found);
    }

    private Statement statement(LedgerCheck check, Checkpoint last, List<SignedNote> beside) {
        String keyId = Stream.concat(beside.stream(), given.stream())
                .filter(note -> Checkpoint.parse(note.text()).size() == last.size())
                .flatMap(note -> keys.signerOf(last.origin(), note).stream())
                .map(NoteVerifier::keyId)
                .findFirst()
                .orElse(null);
        return new Statement(last, keyId, keyId != null, check.continued() - 1, check.unsigned());
    }
}
