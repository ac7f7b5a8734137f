package org.dutyledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotaryTest {
    private final KeyPair keys = Ed25519Keys.generate();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryLedger rewritten = new MemoryLedger();
    private final CheckpointHistory history = new MemoryCheckpoints();
    private final Office office = new Office(ledger, history, keys);

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        ledger.close();
        rewritten.close();
    }

    @Test
    void whatIsGivenOut_isKept() {
        assertThat(office.notary.newest()).isEmpty();
        SignedNote empty = office.checkpoint();
        Office.append(ledger, "t");
        SignedNote one = office.checkpoint();
        assertThat(office.checkpoint().format()).isEqualTo(one.format());
        assertThat(history.from(0, 10)).containsExactly(empty, one);
        assertThat(office.notary.refusal()).isEmpty();
        assertThat(office.notary.newest().orElseThrow().text()).isEqualTo(one.text());
    }

    @Test
    void twoProcessesWithOneKey_writeOneHistory() {
        Office other = new Office(ledger, history, keys);
        for (int i = 0; i < 5; i++) {
            Office.append(ledger, "t");
            SignedNote one = office.checkpoint();
            assertThat(other.checkpoint().format()).isEqualTo(one.format());
            Office.append(ledger, "t");
            other.checkpoint();
        }
        assertThat(sizes()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void aProcessWithAnotherKey_addsItsLine() {
        Office.append(ledger, "t");
        SignedNote one = office.checkpoint();
        NoteSigner second = new NoteSigner(Office.ORIGIN, Ed25519Keys.generate());
        Office other = new Office(ledger, new Notary(CheckpointSigner.forgetful(second), history));
        SignedNote both = other.checkpoint();
        assertThat(both.signatures()).hasSize(2);
        assertThat(second.verifier().accepts(both)).isTrue();
        assertThat(new NoteSigner(Office.ORIGIN, keys).verifier().accepts(both)).isTrue();
        assertThat(both.text()).isEqualTo(one.text());
        assertThat(office.checkpoint().signatures()).hasSize(2);
    }

    @Test
    void checkpointSignedInBetween_isContinued() {
        Office.append(ledger, "t");
        CheckpointHistory late = new LateHistory(history, () -> {
            Office.append(ledger, "t");
            office.checkpoint();
        });
        SignedNote note = new Office(ledger, late, keys).checkpoint();
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(2);
        assertThat(sizes()).containsExactly(2L);
    }

    @Test
    void aRewrittenLedger_isRefusedByEveryProcess_andReportedUntilItIsRight() {
        Office.append(ledger, "t");
        office.checkpoint();
        Office.append(rewritten, "t");
        Office.append(rewritten, "t");
        Office fresh = new Office(rewritten, history, keys);
        assertThatThrownBy(fresh::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
        assertThat(fresh.notary.refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("2 events", "1 events"));
        assertThat(history.from(0, 10)).hasSize(1);
        // the same process on the right ledger again
        Office restored = new Office(ledger, fresh.notary);
        restored.checkpoint();
        assertThat(fresh.notary.refusal()).isEmpty();
    }

    @Test
    void aLedgerThatWasCut_isRefused() {
        Office.append(ledger, "t");
        office.checkpoint();
        assertThatThrownBy(new Office(rewritten, history, keys)::checkpoint)
                .isInstanceOf(InconsistentCheckpointException.class)
                .hasMessageContaining("0 events");
    }

    @Test
    void anAlteredHistory_isRefused() {
        Office.append(ledger, "t");
        SignedNote one = office.checkpoint();
        CheckpointHistory altered = new MemoryCheckpoints();
        Checkpoint real = Checkpoint.parse(one.text());
        String otherName = new Checkpoint("dutyledger.example/b", real.size(), real.root()).text();
        altered.keep(new NoteSigner("dutyledger.example/b", keys).sign(otherName), Optional.empty());
        assertThatThrownBy(new Office(ledger, altered, keys)::checkpoint).hasMessageContaining("dutyledger.example/b");

        CheckpointHistory wrongLine = new MemoryCheckpoints();
        byte[] bytes = one.signatures().get(0).bytes().clone();
        bytes[40] ^= 1;
        wrongLine.keep(
                new SignedNote(one.text(), List.of(new SignedNote.Signature(Office.ORIGIN, bytes))), Optional.empty());
        Office office2 = new Office(ledger, wrongLine, keys);
        assertThatThrownBy(office2::checkpoint).hasMessageContaining("this key did not sign it");
        assertThat(office2.notary.refusal()).isPresent();
    }

    @Test
    void aHistoryThatWasEmptied_doesNotHelp_againstTheMemoryBesideTheKey() {
        Path memory = directory.resolve("last");
        Office.append(ledger, "t");
        remembering(ledger, memory, history).checkpoint();
        Office.append(rewritten, "t");
        Office restarted = remembering(rewritten, memory, new MemoryCheckpoints());
        assertThatThrownBy(restarted::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
        assertThat(restarted.notary.refusal()).isPresent();
    }

    @Test
    void signedButUnkeptCheckpoint_isKeptAfterTheRestart() {
        Path memory = directory.resolve("last");
        Office.append(ledger, "t");
        SignedNote signed = remembering(ledger, memory, new MemoryCheckpoints()).checkpoint();
        SignedNote kept = remembering(ledger, memory, history).checkpoint();
        assertThat(kept.format()).isEqualTo(signed.format());
        assertThat(history.from(0, 10)).hasSize(1);
    }

    private Office remembering(MemoryLedger of, Path memory, CheckpointHistory in) {
        return new Office(
                of, new Notary(CheckpointSigner.remembering(new NoteSigner(Office.ORIGIN, keys), memory), in));
    }

    private List<Long> sizes() {
        return history.from(0, 100).stream()
                .map(note -> Checkpoint.parse(note.text()).size())
                .toList();
    }

    /** Lets another process act between this one's look and its adding, once. */
    private static final class LateHistory implements CheckpointHistory {
        private final CheckpointHistory real;
        private Runnable inBetween;

        LateHistory(CheckpointHistory real, Runnable inBetween) {
            this.real = real;
            this.inBetween = inBetween;
        }

        @Override
        public Optional<SignedNote> newest() {
            return real.newest();
        }

        @Override
        public Optional<SignedNote> of(long size) {
            return real.of(size);
        }

        @Override
        public List<Kept> kept(long size, int limit) {
            return real.kept(size, limit);
        }

        @Override
        public boolean keep(SignedNote checkpoint, Optional<SignedNote> after) {
            Runnable once = inBetween;
            inBetween = () -> {};
            once.run();
            return real.keep(checkpoint, after);
        }

        @Override
        public void sign(long size, SignedNote.Signature line) {
            real.sign(size, line);
        }
    }
}
