package org.dutyledger.proof.verify;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.KeyRing;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.GrowingRoot;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks commits one by one, from the first, of any source: what {@link ChainVerifier} checks, the members beside the
 * events' bytes against the bytes, and the root at each size for which there is a checkpoint. Keeps one number per
 * stream and one hash per level of the tree, for any number of events. Stops at the first break.
 */
public final class LedgerCheck {
    private static final int LONGEST_DETAIL = 400;

    /** A checkpoint that the ledger must continue; of one that is {@code strict} a signature must hold. */
    private record Due(Checkpoint checkpoint, SignedNote note, boolean strict) {}

    private final KeyRing keys;
    private final ChainVerifier chain = new ChainVerifier();
    private final GrowingRoot root = new GrowingRoot();
    private final IssuedReports issued = new IssuedReports();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(d -> d.checkpoint().size()));
    private @Nullable Checkpoint last;
    private long commits;
    private int continued;
    private int unsigned;
    private @Nullable LedgerBreak found;

    /** @param keys that may have signed checkpoints */
    public LedgerCheck(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Checkpoints that this ledger must continue; to be passed before the commits they cover.
     *
     * @param strict whether one without a signature of a known key is a break, else it is only counted; a wrong signature
     *     of a known key always is one
     */
    public void expect(Collection<SignedNote> notes, boolean strict) {
        notes.forEach(note -> due.add(new Due(Checkpoint.parse(note.text()), note, strict)));
        reach();
    }

    /** Takes the next commit. Returns whether all is sound so far. */
    public boolean accept(ExportedCommit commit) {
        if (found != null) {
            return false;
        }
        if (!chain.accept(commit)) {
            found = chain.firstBreak().orElseThrow();
            return false;
        }
        EventFields.difference(commit).ifPresent(difference -> fail(Kind.FIELD, difference));
        if (found != null) {
            return false;
        }
        for (ExportedEvent event : commit.events()) {
            root.add(CommitHash.leaf(event.data()));
            reach();
        }
        issued.note(commit);
        commits++;
        return found == null;
    }

    /** The end of the ledger: every checkpoint must have been reached. */
    public void end() {
        Due missing = due.stream().max(due.comparator()).orElse(null);
        if (found == null && missing != null) {
            fail(
                    Kind.END,
                    missing(missing.checkpoint().size()) + "; a checkpoint of "
                            + missing.checkpoint().size() + " events was signed");
        }
    }

    /** Names what is missing up to a size. */
    String missing(long size) {
        return "positions " + root.size() + " to " + (size - 1) + " are missing at the end";
    }

    /** Notes a break at the commit that is due. */
    public void fail(Kind kind, String detail) {
        fail(kind, root.size(), detail);
    }

    /** Notes a break, unless there is one already. */
    public void fail(Kind kind, long position, String detail) {
        if (found == null) {
            found = new LedgerBreak(
                    kind,
                    position,
                    detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…");
        }
    }

    /** The first break, if any. */
    public Optional<LedgerBreak> found() {
        return Optional.ofNullable(found);
    }

    /** The reports that were issued so far; to be compared in a second reading. */
    public IssuedReports issued() {
        return issued;
    }

    /** The largest checkpoint continued so far. */
    public Optional<Checkpoint> last() {
        return Optional.ofNullable(last);
    }

    /** Checkpoints continued so far. */
    public int continued() {
        return continued;
    }

    /** Those among them without a signature of a known key. */
    public int unsigned() {
        return unsigned;
    }

    /** Sound events. */
    public long size() {
        return root.size();
    }

    /** Root over them. */
    public byte[] root() {
        return root.root();
    }

    /** Sound commits. */
    public long commits() {
        return commits;
    }

    /** Their streams. */
    public long streams() {
        return chain.streams();
    }

    private void reach() {
        while (found == null && !due.isEmpty() && due.peek().checkpoint().size() <= root.size()) {
            Due reached = due.remove();
            Checkpoint checkpoint = reached.checkpoint();
            boolean signed = keys.signerOf(checkpoint.origin(), reached.note()).isPresent();
            if (!signed && reached.strict()) {
                fail(Kind.SIGNATURE, "the checkpoint of " + checkpoint.size() + " events is not signed by the key");
            } else if (keys.spoiled(checkpoint.origin(), reached.note())) {
                fail(Kind.SIGNATURE, "the signature of the checkpoint of " + checkpoint.size() + " events was altered");
            } else if (checkpoint.size() < root.size() || !Arrays.equals(checkpoint.root(), root.root())) {
                fail(Kind.EARLIER, "the checkpoint of " + checkpoint.size() + " events has another root" + since());
            } else {
                last = checkpoint;
                continued++;
                unsigned += signed ? 0 : 1;
            }
        }
    }

    private String since() {
        return last == null ? "" : "; the one of " + last.size() + " still agrees";
    }
}
