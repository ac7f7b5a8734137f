package org.dutyledger.ledger.export;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.checkpoint.Checkpoint;
import org.dutyledger.ledger.checkpoint.CheckpointSigner;
import org.dutyledger.ledger.note.KeyRing;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.verify.LedgerBreak;
import org.dutyledger.ledger.verify.LedgerCheck;

/**
 * One export under way, asked for page by page. Every commit is checked before it is written: an export of a ledger that
 * is broken ends with a refusal that names the place, never with a seal.
 */
public final class LedgerExport {
    /** What a refusal is called. */
    public static final String BROKEN = "LEDGER_BROKEN";

    private static final int PAGE = 200;
    private final Ledger ledger;
    private final CheckpointSigner signer;
    private final SignedNote checkpoint;
    private final Checkpoint end;
    private final Queue<SignedNote> kept;
    private final ExportWriter writer = new ExportWriter();
    private final LedgerCheck check;
    private long next;
    private boolean begun;
    private boolean ended;

    /**
     * An export.
     *
     * @param checkpoint how the ledger stands; what was appended later is left out
     * @param earlier checkpoints signed before this one, of whole commits
     */
    public LedgerExport(Ledger ledger, CheckpointSigner signer, SignedNote checkpoint, List<SignedNote> earlier) {
        this.ledger = ledger;
        this.signer = signer;
        this.checkpoint = checkpoint;
        this.end = Checkpoint.parse(checkpoint.text());
        this.kept = new ArrayDeque<>(earlier.stream()
                .filter(note -> !note.text().equals(checkpoint.text()))
                .sorted(Comparator.comparingLong(LedgerExport::size))
                .toList());
        this.check = new LedgerCheck(new KeyRing(List.of(signer.publicKey())));
    }

    /** The next lines; nothing after the last. */
    public byte[] next() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        if (ended) {
            return page.toByteArray();
        }
        if (!begun) {
            begun = true;
            page.writeBytes(writer.head(checkpoint, signer.publicKey()));
            keepReached(page);
        } else if (next < end.size()) {
            commits(page);
        } else if (!kept.isEmpty()) {
            refuse(page, next, "a checkpoint of " + size(kept.element()) + " events was signed earlier");
        } else if (Arrays.equals(end.root(), check.root()) && next == end.size()) {
            page.writeBytes(writer.seal(signer));
            ended = true;
        } else {
            refuse(page, next, "the events are not those that the checkpoint was signed for");
        }
        return page.toByteArray();
    }

    private void commits(ByteArrayOutputStream page) {
        List<StoredCommit> commits = ledger.read(next, PAGE);
        if (commits.isEmpty()) {
            refuse(page, next, "no commit stands at position " + next + ", but " + end.size() + " events were signed");
        }
        for (StoredCommit commit : commits) {
            if (ended || commit.position() >= end.size()) {
                return;
            }
            if (!check.accept(Exported.of(commit))) {
                refuse(page);
                return;
            }
            page.writeBytes(writer.line(commit));
            next = commit.nextPosition();
            keepReached(page);
        }
    }

    private void keepReached(ByteArrayOutputStream page) {
        while (!ended && !kept.isEmpty() && size(kept.element()) <= next) {
            SignedNote note = kept.remove();
            check.expect(List.of(note), false);
            if (check.found().isPresent()) {
                refuse(page);
            } else {
                page.writeBytes(writer.kept(note));
            }
        }
    }

    private void refuse(ByteArrayOutputStream page) {
        LedgerBreak found = check.found().orElseThrow();
        refuse(page, found.position(), found.kind() + ": " + found.detail());
    }

    private void refuse(ByteArrayOutputStream page, long position, String detail) {
        page.writeBytes(writer.refusal(BROKEN, position, detail));
        ended = true;
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }
}
