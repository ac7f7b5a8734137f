package org.dutyledger.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointSignerTest {
    @TempDir
    Path directory;

    private final NoteSigner notes = new NoteSigner("dutyledger.example/a", Ed25519Keys.generate());
    private final CheckpointSigner signer = CheckpointSigner.forgetful(notes);

    @Test
    void aCheckpoint_statesSizeAndRoot() {
        MerkleTree tree = Trees.of("a", 5);
        assertThat(signer.last()).isEmpty();
        SignedNote note = signer.sign(tree);
        assertThat(signer.last()).containsSame(note);
        assertThat(notes.verifier().accepts(note)).isTrue();
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo("dutyledger.example/a");
        assertThat(checkpoint.size()).isEqualTo(5);
        assertThat(checkpoint.root()).isEqualTo(tree.root());
    }

    @Test
    void aGrowingLedger_isSignedAgainAndAgain() {
        MerkleTree tree = Trees.of("a", 0);
        for (int size : new int[] {0, 1, 2, 3, 7, 8, 100}) {
            Trees.grow(tree, "a", size);
            assertThat(Checkpoint.parse(signer.sign(tree).text()).size()).isEqualTo(size);
            assertThat(signer.sign(tree)).isSameAs(signer.sign(tree));
        }
    }

    @Test
    void anotherPast_isNotSigned() {
        SignedNote first = signer.sign(Trees.of("a", 5));
        assertThatThrownBy(() -> signer.sign(Trees.of("b", 5))).isInstanceOf(InconsistentCheckpointException.class);
        assertThatThrownBy(() -> signer.sign(Trees.of("b", 9))).isInstanceOf(InconsistentCheckpointException.class);
        assertThatThrownBy(() -> signer.sign(Trees.of("a", 4)))
                .isInstanceOf(InconsistentCheckpointException.class)
                .hasMessageContaining("4 events")
                .hasMessageContaining("5 events");
        assertThat(signer.sign(Trees.of("a", 5))).isSameAs(first);
    }

    @Test
    void itsPast_isRememberedOverARestart() {
        Path memory = directory.resolve("last");
        SignedNote first = CheckpointSigner.remembering(notes, memory).sign(Trees.of("a", 5));
        assertThat(memory).hasContent(first.format());

        CheckpointSigner again = CheckpointSigner.remembering(notes, memory);
        assertThat(again.last().map(SignedNote::format)).contains(first.format());
        assertThatThrownBy(() -> again.sign(Trees.of("b", 6))).isInstanceOf(InconsistentCheckpointException.class);
        assertThat(memory).hasContent(first.format());
        assertThat(again.sign(Trees.of("a", 6))).isNotEqualTo(first);
    }

    @Test
    void twoAtOnce_neverLeaveHalfAMemory() {
        Path memory = directory.resolve("last");
        List<CheckpointSigner> signers = Stream.generate(() -> CheckpointSigner.remembering(notes, memory))
                .limit(8)
                .toList();
        IntStream.range(0, 8).parallel().forEach(i -> {
            CheckpointSigner one = signers.get(i);
            for (int size = 10; size < 40; size++) {
                one.sign(Trees.of("a", size));
            }
        });
        assertThat(CheckpointSigner.remembering(notes, memory).last()).isPresent();
        assertThat(directory).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void theMemoryOfAnotherKey_isNotTakenForItsOwn() throws Exception {
        Path memory = directory.resolve("last");
        CheckpointSigner.remembering(notes, memory).sign(Trees.of("a", 5));
        NoteSigner other = new NoteSigner("dutyledger.example/a", Ed25519Keys.generate());
        assertThatThrownBy(() -> CheckpointSigner.remembering(other, memory))
                .isInstanceOf(MalformedNoteException.class)
                .hasMessageContaining(memory.toString());
        Files.writeString(memory, "no note");
        assertThatThrownBy(() -> CheckpointSigner.remembering(notes, memory))
                .isInstanceOf(MalformedNoteException.class);
    }

    @Test
    void aSeal_isNeverACheckpointOfTheLedger() {
        SignedNote seal = signer.seal(3, new byte[32]);
        assertThat(Checkpoint.parse(seal.text()).origin()).endsWith("/export");
        assertThat(Checkpoint.parse(seal.text()).size()).isEqualTo(3);
        assertThat(notes.verifier().accepts(seal)).isTrue();
        assertThat(notes.publicKey()).isEqualTo(signer.publicKey());
    }
}
