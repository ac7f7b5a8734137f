package org.dutyledger.ledger.notary;

import java.util.Optional;
import java.util.function.Supplier;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.HashTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way to a checkpoint: it continues what this process signed last and what any process gave out last, and is kept
 * before it is given out.
 */
public final class Notary {
    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);
    private static final int ATTEMPTS = 20;

    private final CheckpointSigner signer;
    private final CheckpointHistory history;
    private final Supplier<Optional<String>> alarm;
    private volatile @Nullable String refusal;

    /** A notary that checks nothing but the checkpoints. */
    public Notary(CheckpointSigner signer, CheckpointHistory history) {
        this(signer, history, Optional::empty);
    }

    /** @param alarm why the ledger must not be signed; empty when nothing is known against it */
    public Notary(CheckpointSigner signer, CheckpointHistory history, Supplier<Optional<String>> alarm) {
        this.signer = signer;
        this.history = history;
        this.alarm = alarm;
    }

    /**
     * A checkpoint of the current ledger.
     *
     * @param grown gives the tree with everything that the ledger holds when it is asked
     * @throws InconsistentCheckpointException when the ledger does not continue what was signed or kept; nothing is
     *     signed then
     */
    public synchronized SignedNote checkpoint(Supplier<? extends HashTree> grown) {
        try {
            SignedNote given = signedAndKept(grown);
            if (refusal != null) {
                LOG.warn("checkpoints are signed again");
                refusal = null;
            }
            return given;
        } catch (InconsistentCheckpointException e) {
            throw refused(e);
        } catch (MalformedNoteException e) {
            throw refused(new InconsistentCheckpointException(
                    "a kept checkpoint was altered and cannot be read; " + e.getMessage()));
        }
    }

    /** The largest checkpoint that any process gave out. */
    public Optional<Checkpoint> newest() {
        return history.newest().map(note -> Checkpoint.parse(note.text()));
    }

    /**
     * The largest checkpoint that any process gave out, if this key signed it in this form; an altered one does not
     * count.
     */
    public Optional<SignedNote> newestSignedHere() {
        try {
            return history.newest().filter(signer.verifier()::accepts);
        } catch (MalformedNoteException e) {
            return Optional.empty();
        }
    }

    /** Why nothing is signed: what was refused last, or empty when nothing was since. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    private SignedNote signedAndKept(Supplier<? extends HashTree> grown) {
        Optional<String> known = alarm.get();
        if (known.isPresent()) {
            throw new InconsistentCheckpointException(known.orElseThrow());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SignedNote> newest = history.newest();
            // the tree is read after it: the signer of that checkpoint had read as much of the ledger
            HashTree tree = grown.get();
            if (newest.isPresent()) {
                requireContinued(tree, newest.orElseThrow());
            }
            SignedNote note = signer.sign(tree);
            if (newest.isPresent() && newest.orElseThrow().text().equals(note.text())) {
                return withOwnSignature(newest.orElseThrow(), note, tree.size());
            }
            if (history.keep(note, newest)) {
                return note;
            }
        }
        throw new LedgerBusyException("other processes keep checkpoints faster than this one", null);
    }

    /** Two keys may sign for one ledger: after a change of keys, or where each process has its own. */
    private SignedNote withOwnSignature(SignedNote kept, SignedNote note, long size) {
        if (signer.verifier().accepts(kept)) {
            return kept;
        }
        history.sign(size, note.signatures().get(0));
        return history.of(size).orElse(note);
    }

    private void requireContinued(HashTree tree, SignedNote kept) {
        Checkpoint checkpoint = Checkpoint.parse(kept.text());
        if (!checkpoint.origin().equals(signer.origin())) {
            throw new InconsistentCheckpointException("the checkpoints of this ledger are kept under the name "
                    + checkpoint.origin() + ", not " + signer.origin());
        }
        if (kept.signatures().stream().anyMatch(signer.verifier()::names)
                && !signer.verifier().accepts(kept)) {
            throw new InconsistentCheckpointException(
                    "the kept checkpoint of " + checkpoint.size() + " events was altered: this key did not sign it");
        }
        CheckpointSigner.requireContinues(tree, checkpoint);
    }

    private InconsistentCheckpointException refused(InconsistentCheckpointException e) {
        refusal = e.getMessage();
        LOG.error("ALARM, no checkpoint is signed: {}", e.getMessage());
        return e;
    }
}
