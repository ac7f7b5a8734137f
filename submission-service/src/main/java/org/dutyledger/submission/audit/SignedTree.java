package org.dutyledger.submission.audit;

import java.security.PublicKey;
import java.util.List;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.checkpoint.CheckpointSigner;
import org.dutyledger.ledger.notary.Notary;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.tree.MerkleTree;
import org.springframework.stereotype.Component;

/**
 * The Merkle tree over the ledger as this process saw it grow: an event that is altered in the store afterwards is no
 * longer the one that was signed.
 */
@Component
public final class SignedTree {
    private static final int PAGE = 500;
    private final Ledger ledger;
    private final CheckpointSigner signer;
    private final Notary notary;
    private final MerkleTree tree = new MerkleTree();

    SignedTree(Ledger ledger, CheckpointSigner signer, Notary notary) {
        this.ledger = ledger;
        this.signer = signer;
        this.notary = notary;
    }

    /**
     * A checkpoint of the ledger as it stands, kept for ever; the first one of a process reads all of it.
     *
     * @throws org.dutyledger.ledger.checkpoint.InconsistentCheckpointException when the ledger is not the one signed last
     */
    public synchronized SignedNote checkpoint() {
        return notary.checkpoint(this::grown);
    }

    private MerkleTree grown() {
        List<StoredCommit> commits = ledger.read(tree.size(), PAGE);
        while (!commits.isEmpty()) {
            for (StoredCommit commit : commits) {
                for (StoredEvent event : commit.events()) {
                    tree.add(CommitHash.leaf(event.data()));
                }
            }
            commits = ledger.read(tree.size(), PAGE);
        }
        return tree;
    }

    /**
     * Path that shows that the event at a position is in a checkpoint.
     *
     * @param size of a checkpoint that was given out
     */
    public synchronized List<byte[]> inclusion(long position, long size) {
        return tree.inclusion(position, size);
    }

    /**
     * Proof that the ledger of {@code older} events is the beginning of that of {@code newer}.
     *
     * @throws Problem 404 {@code CHECKPOINT_NOT_FOUND} when the ledger has not as many events
     */
    public synchronized List<byte[]> consistency(long older, long newer) {
        if (newer > tree.size() && newer > grown().size()) {
            throw new Problem(404, "CHECKPOINT_NOT_FOUND", "the ledger has " + tree.size() + " events only");
        }
        return tree.consistency(older, newer);
    }

    /** The public key of its checkpoints. */
    public PublicKey key() {
        return signer.publicKey();
    }
}
