package org.dutyledger.ledger.notary;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleTree;

/** One process that signs checkpoints of a ledger, with a tree of its own. */
final class Office {
    static final String ORIGIN = "dutyledger.example/a";
    final Notary notary;
    private final Ledger ledger;
    private final MerkleTree tree = new MerkleTree();

    Office(Ledger ledger, CheckpointHistory history, KeyPair keys) {
        this(ledger, new Notary(CheckpointSigner.forgetful(new NoteSigner(ORIGIN, keys)), history));
    }

    Office(Ledger ledger, Notary notary) {
        this.ledger = ledger;
        this.notary = notary;
    }

    SignedNote checkpoint() {
        return notary.checkpoint(this::grown);
    }

    MerkleTree grown() {
        List<StoredCommit> page = ledger.read(tree.size(), 100);
        while (!page.isEmpty()) {
            for (StoredCommit commit : page) {
                for (StoredEvent event : commit.events()) {
                    tree.add(CommitHash.leaf(event.data()));
                }
            }
            page = ledger.read(tree.size(), 100);
        }
        return tree;
    }

    /** Appends one event of a type. */
    static void append(Ledger ledger, String type) {
        String id = UUID.randomUUID().toString();
        ledger.append(new NewCommit(
                UUID.randomUUID(), null, Instant.EPOCH, List.of(new NewEvent(id, 0, type, id, id.getBytes()))));
    }
}
