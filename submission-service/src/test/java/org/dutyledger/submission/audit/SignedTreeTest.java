package org.dutyledger.submission.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.ledger.notary.Notary;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.tile.MemoryTiles;
import org.dutyledger.proof.tree.MerkleProof;
import org.dutyledger.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;

class SignedTreeTest {
    private final CheckpointSigner signer = CheckpointSigner.forgetful(new NoteSigner("a", Ed25519Keys.generate()));

    @Test
    void itsCheckpoint_isOfAllEventsSoFar() {
        try (MemoryLedger ledger = new MemoryLedger()) {
            SignedTree tree =
                    new SignedTree(ledger, signer, new Notary(signer, new MemoryCheckpoints()), new MemoryTiles());
            MerkleTree expected = new MerkleTree();
            assertThat(checkpoint(tree).size()).isZero();
            for (int i = 0; i < 1_200; i += 2) {
                append(ledger, i, "x");
                expected.add(CommitHash.leaf(("x" + i).getBytes()));
                expected.add(CommitHash.leaf(("x" + (i + 1)).getBytes()));
            }
            assertThat(checkpoint(tree).size()).isEqualTo(1_200);
            assertThat(checkpoint(tree).root()).isEqualTo(expected.root());
        }
    }

    @Test
    void everyEvent_isInTheCheckpointOfThenAndOfLater() {
        try (MemoryLedger ledger = new MemoryLedger()) {
            SignedTree tree =
                    new SignedTree(ledger, signer, new Notary(signer, new MemoryCheckpoints()), new MemoryTiles());
            append(ledger, 0, "x");
            append(ledger, 2, "x");
            Checkpoint then = checkpoint(tree);
            append(ledger, 4, "x");
            for (Checkpoint each : List.of(then, checkpoint(tree))) {
                for (int i = 0; i < each.size(); i++) {
                    byte[] leaf = CommitHash.leaf(("x" + i).getBytes());
                    assertThat(MerkleProof.includes(i, each.size(), leaf, tree.inclusion(i, each.size()), each.root()))
                            .as("%s in %s", i, each.size())
                            .isTrue();
                }
            }
            assertThatThrownBy(() -> tree.inclusion(4, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aPosition_isProvedByAKeptCheckpoint_whereOneCoversIt() {
        try (MemoryLedger ledger = new MemoryLedger()) {
            MemoryCheckpoints history = new MemoryCheckpoints();
            SignedTree tree = new SignedTree(ledger, signer, new Notary(signer, history), new MemoryTiles());
            append(ledger, 0, "x");
            String kept = tree.checkpointOf(1).format();
            append(ledger, 2, "x");
            assertThat(tree.checkpointOf(0).format()).isEqualTo(kept);
            assertThat(history.from(0, 10)).hasSize(1);
            assertThat(Checkpoint.parse(tree.checkpointOf(2).text()).size()).isEqualTo(4);
            assertThat(Checkpoint.parse(tree.checkpointOf(99).text()).size()).isEqualTo(4);
            assertThat(history.from(0, 10)).hasSize(2);
        }
    }

    @Test
    void keptCheckpointThatTheLedgerDoesNotGive_isNotGivenOut() {
        try (MemoryLedger ledger = new MemoryLedger();
                MemoryLedger other = new MemoryLedger()) {
            append(ledger, 0, "x");
            append(other, 0, "y");
            MemoryCheckpoints history = new MemoryCheckpoints();
            new SignedTree(ledger, signer, new Notary(signer, history), new MemoryTiles()).checkpoint();
            CheckpointSigner forgot = CheckpointSigner.forgetful(new NoteSigner("a", Ed25519Keys.generate()));
            SignedTree unsigned = new SignedTree(other, forgot, new Notary(forgot, history), new MemoryTiles());
            assertThatThrownBy(() -> unsigned.checkpointOf(0)).isInstanceOf(InconsistentCheckpointException.class);
            SignedTree rewritten = new SignedTree(other, signer, new Notary(signer, history), new MemoryTiles());
            assertThatThrownBy(() -> rewritten.checkpointOf(0)).isInstanceOf(InconsistentCheckpointException.class);
        }
    }

    @Test
    void anotherLedgerUnderTheSameName_isNotSigned() {
        try (MemoryLedger ledger = new MemoryLedger();
                MemoryLedger other = new MemoryLedger()) {
            append(ledger, 0, "x");
            append(other, 0, "y");
            new SignedTree(ledger, signer, new Notary(signer, new MemoryCheckpoints()), new MemoryTiles()).checkpoint();
            SignedTree rewritten =
                    new SignedTree(other, signer, new Notary(signer, new MemoryCheckpoints()), new MemoryTiles());
            assertThatThrownBy(rewritten::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
        }
    }

    private static Checkpoint checkpoint(SignedTree tree) {
        return Checkpoint.parse(tree.checkpoint().text());
    }

    private static void append(Ledger ledger, int first, String kind) {
        ledger.append(new NewCommit(
                UUID.randomUUID(), null, Instant.EPOCH, List.of(event(first, kind), event(first + 1, kind))));
    }

    private static NewEvent event(int sequence, String kind) {
        return new NewEvent("s", sequence, "t", "i" + sequence, (kind + sequence).getBytes());
    }
}
