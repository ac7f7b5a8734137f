package org.dutyledger.ledger.export;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.dutyledger.ledger.LedgerBrokenException;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.KeyRing;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.verify.LedgerBreak;
import org.dutyledger.proof.verify.LedgerCheck;
import org.jspecify.annotations.Nullable;

/**
 * One export under way, asked for page by page. Every commit is checked before it is written: an export of a ledger that
 * is broken ends with a refusal that names the place, never with a seal.
 */
public final class LedgerExport {
    /** The code of a refusal. */
    public static final String BROKEN = "LEDGER_BROKEN";

    private static final int PAGE = 200;
    private final LedgerReader ledger;
    private final CheckpointSigner signer;
    private final SignedNote checkpoint;
    private final Checkpoint end;
    private final CheckpointHistory history;
    private final Queue<SignedNote> kept = new ArrayDeque<>();
    private final ExportWriter writer = new ExportWriter();
    private final LedgerCheck check;
    private long next;
    private long historyFrom;
    private boolean begun;
    private boolean ended;

    /**
     * An export.
     *
     * @param checkpoint state of the ledger at which the export ends; later commits are left out
     * @param history every checkpoint given out before
     */
    public LedgerExport(
            LedgerReader ledger, CheckpointSigner signer, SignedNote checkpoint, CheckpointHistory history) {
        this.ledger = ledger;
        this.signer = signer;
        this.checkpoint = checkpoint;
        this.end = Checkpoint.parse(checkpoint.text());
        this.history = history;
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
        } else if (Arrays.equals(end.root(), check.root()) && next == end.size()) {
            page.writeBytes(writer.seal(signer));
            ended = true;
        } else {
            refuse(page, next, "the events are not those that the checkpoint was signed for");
        }
        return page.toByteArray();
    }

    private void commits(ByteArrayOutputStream page) {
        List<StoredCommit> commits;
        try {
            commits = ledger.read(next, PAGE);
        } catch (LedgerBrokenException e) {
            refuse(page, next, String.valueOf(e.getMessage()));
            return;
        }
        if (commits.isEmpty()) {
            refuse(
                    page,
                    next,
                    "no commit is stored at position " + next + ", but " + end.size() + " events were signed");
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
        for (SignedNote note = due(); !ended && note != null && size(note) <= next; note = due()) {
            kept.remove();
            check.expect(List.of(note), false);
            if (check.found().isPresent()) {
                refuse(page);
            } else if (!note.text().equals(checkpoint.text())) {
                page.writeBytes(writer.kept(note));
            }
        }
    }

    /** The next checkpoint of the history; those beyond the end belong to a later export. */
    private @Nullable SignedNote due() {
        if (kept.isEmpty() && historyFrom <= next) {
            kept.addAll(history.from(historyFrom, PAGE));
            historyFrom = kept.stream().mapToLong(n -> size(n) + 1).max().orElse(Long.MAX_VALUE);
        }
        return kept.peek();
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
