package org.dutyledger.submission.audit;

import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.notary.Notary;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tile.TileId;
import org.dutyledger.proof.tile.TileStore;
import org.dutyledger.proof.tile.TiledTree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The Merkle tree over the ledger as its events were first read: an event that is altered in the store afterwards is no
 * longer the one that was signed. After a restart it continues from its tiles, if they still give the root that was
 * signed last.
 *
 * <p>Everything but {@link #key} throws {@link Problem} 503 {@code TREE_BUSY} while the tree is being built again.
 */
@Component
public final class SignedTree {
    private static final Logger LOG = LoggerFactory.getLogger(SignedTree.class);
    private static final int PAGE = 500;

    /** For the tree; only building it again takes longer. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    private final LedgerReader ledger;
    private final CheckpointSigner signer;
    private final Notary notary;
    private final TileStore tiles;
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable TiledTree tree;

    /** Size of the largest checkpoint that {@link #tree} is known to give. */
    private long covered;

    SignedTree(LedgerReader ledger, CheckpointSigner signer, Notary notary, TileStore tiles) {
        this.ledger = ledger;
        this.signer = signer;
        this.notary = notary;
        this.tiles = tiles;
    }

    /**
     * A checkpoint of the current ledger, kept for ever; reads only events that the tree does not hold yet.
     *
     * @throws InconsistentCheckpointException when the ledger is not the one signed last
     */
    public SignedNote checkpoint() {
        grow(Long.MAX_VALUE);
        return locked(() -> {
            SignedNote note = notary.checkpoint(this::grown);
            covered = Checkpoint.parse(note.text()).size();
            return note;
        });
    }

    /**
     * A checkpoint that covers a position: the newest kept one where it does, so that asking for proofs adds none.
     *
     * @throws org.dutyledger.proof.checkpoint.InconsistentCheckpointException when the ledger is not the one signed last
     */
    public SignedNote checkpointOf(long position) {
        Optional<SignedNote> kept = notary.newestSignedHere().filter(note -> size(note) > position);
        if (kept.isEmpty()) {
            return checkpoint();
        }
        cover(Checkpoint.parse(kept.orElseThrow().text()));
        return kept.orElseThrow();
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    /**
     * Path that shows that the event at a position is in a checkpoint.
     *
     * @param size of a checkpoint that was given out
     */
    public List<byte[]> inclusion(long position, long size) {
        grow(size);
        return locked(() -> tree().inclusion(position, size));
    }

    /**
     * Proof that the ledger of {@code older} events is the beginning of that of {@code newer}.
     *
     * @throws Problem 404 {@code CHECKPOINT_NOT_FOUND} when the ledger has not as many events
     */
    public List<byte[]> consistency(long older, long newer) {
        grow(newer);
        return locked(() -> {
            if (newer > tree().size()) {
                throw new Problem(404, "CHECKPOINT_NOT_FOUND", "the ledger has " + tree().size() + " events only");
            }
            return tree().consistency(older, newer);
        });
    }

    /**
     * The hashes of a tile; empty when no checkpoint covers it.
     *
     * @throws InconsistentCheckpointException when the ledger is not the one signed last
     */
    public Optional<byte[]> tile(TileId id) {
        if (!locked(() -> covers(id))) {
            Optional<Checkpoint> newest = notary.newest().filter(given -> id.coveredBy(given.size()));
            if (newest.isEmpty()) {
                return Optional.empty();
            }
            cover(newest.orElseThrow());
        }
        return locked(() -> Optional.of(tree().hashes(id)));
    }

    /** The public key of its checkpoints. */
    public PublicKey key() {
        return signer.publicKey();
    }

    private boolean covers(TileId id) {
        tree(); // only an opened tree covers anything
        return id.coveredBy(covered);
    }

    /** Another process may have signed it. */
    private void cover(Checkpoint given) {
        grow(given.size());
        locked(() -> {
            CheckpointSigner.requireContinues(tree(), given);
            covered = Math.max(covered, given.size());
            return covered;
        });
    }

    /** Page by page, so that other callers do not wait for all of it. */
    private void grow(long size) {
        while (locked(() -> tree().size() < size && grows())) {}
    }

    private boolean grows() {
        List<byte[]> next = leaves(tree().size(), PAGE);
        next.forEach(tree()::add);
        return !next.isEmpty();
    }

    /**
     * Grows the tree to the end of the ledger and saves its tiles first, so that after a crash every checkpoint has its
     * tiles. A read stops at a hole as it does at the end, so the size of the ledger is read before; a read during a
     * failover may stop early, the next one does not.
     */
    private TiledTree grown() {
        long held = ledger.size();
        while (grows() || tree().size() < held && grows()) {}
        if (tree().size() < held) {
            throw new InconsistentCheckpointException("the ledger holds " + held + " events, but can be read up to "
                    + tree().size() + " only: a commit after that was removed");
        }
        tree().save();
        return tree();
    }

    private TiledTree tree() {
        TiledTree known = tree;
        if (known == null) {
            known = opened();
            tree = known;
        }
        return known;
    }

    private TiledTree opened() {
        Optional<Checkpoint> last = signer.last().map(note -> Checkpoint.parse(note.text()));
        if (last.isPresent()) {
            Checkpoint signed = last.get();
            Optional<TiledTree> same = TiledTree.open(tiles, this::leaves, signed.size(), signed.root());
            if (same.isPresent()) {
                LOG.info("the tree continues from the checkpoint of {} events", signed.size());
                covered = signed.size();
                return same.get();
            }
            LOG.error("neither tiles nor ledger give the root that was signed for {} events", signed.size());
        }
        return new TiledTree(tiles, this::leaves);
    }

    private List<byte[]> leaves(long from, int wanted) {
        return ledger.read(from, Math.min(wanted, PAGE)).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() >= from)
                .map(event -> CommitHash.leaf(event.data()))
                .toList();
    }

    private <T> T locked(Supplier<T> work) {
        try {
            if (!lock.tryLock(LOCK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static Problem busy() {
        return new Problem(
                503, "TREE_BUSY", "the tree over the ledger is being built again", List.of(), Duration.ofSeconds(10));
    }
}
