package org.dutyledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.junit.jupiter.api.Test;

/** What every history promises, whatever it is stored in. */
abstract class CheckpointHistoryContract {
    private final NoteSigner signer = new NoteSigner("dutyledger.example/a", Ed25519Keys.generate());

    /** An empty one. */
    abstract CheckpointHistory open();

    @Test
    void anEmptyHistory_hasNothing() {
        CheckpointHistory history = open();
        assertThat(history.newest()).isEmpty();
        assertThat(history.of(0)).isEmpty();
        assertThat(history.from(0, 10)).isEmpty();
    }

    @Test
    void keptCheckpoints_areReadInOrder_asSigned() {
        CheckpointHistory history = open();
        List<SignedNote> kept = keep(history, 0, 3, 7, 40);
        assertThat(formats(history.from(0, 10))).isEqualTo(formats(kept));
        assertThat(formats(history.from(4, 10))).isEqualTo(formats(kept.subList(2, 4)));
        assertThat(formats(history.from(0, 2))).isEqualTo(formats(kept.subList(0, 2)));
        assertThat(history.newest().map(SignedNote::format))
                .hasValue(kept.get(3).format());
        assertThat(history.of(7).map(SignedNote::format)).hasValue(kept.get(2).format());
        assertThat(history.of(8)).isEmpty();
    }

    @Test
    void noTwo_followTheSameOne() {
        CheckpointHistory history = open();
        SignedNote first = keep(history, 3).get(0);
        assertThat(history.keep(note(9), Optional.of(first))).isTrue();
        assertThat(history.keep(note(5), Optional.of(first))).isFalse();
        assertThat(history.keep(note(20), Optional.of(first))).isFalse();
        assertThat(history.keep(note(1), Optional.empty())).isFalse();
        assertThat(history.keep(note(9), history.newest())).isFalse();
        assertThat(history.from(0, 10)).hasSize(2);
    }

    @Test
    void ofManyAtOnce_oneIsKept() throws Exception {
        CheckpointHistory history = open();
        Optional<SignedNote> first = Optional.of(keep(history, 3).get(0));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int size = 4; size < 24; size++) {
                SignedNote next = note(size);
                all.add(() -> history.keep(next, first));
            }
            int kept = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                kept += one.get() ? 1 : 0;
            }
            assertThat(kept).isOne();
            assertThat(history.from(0, 100)).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void signatures_areServedFromThenOn_theFirstOfEachKeyStays() {
        CheckpointHistory history = open();
        SignedNote note = keep(history, 3, 5).get(0);
        Cosigner city = new Cosigner("city.example", Ed25519Keys.generate());
        Cosigner province = new Cosigner("province.example", Ed25519Keys.generate());
        SignedNote.Signature first =
                city.cosign(note, Instant.ofEpochSecond(1)).signatures().get(1);
        SignedNote.Signature again =
                city.cosign(note, Instant.ofEpochSecond(2)).signatures().get(1);
        SignedNote.Signature other =
                province.cosign(note, Instant.ofEpochSecond(3)).signatures().get(1);
        history.sign(3, first);
        history.sign(3, again);
        history.sign(3, other);
        String expected = note.with(first).with(other).format();
        assertThat(history.of(3).map(SignedNote::format)).hasValue(expected);
        assertThat(history.from(0, 10).get(0).format()).isEqualTo(expected);
        assertThat(history.from(0, 10).get(1).signatures()).hasSize(1);
    }

    private List<SignedNote> keep(CheckpointHistory history, long... sizes) {
        List<SignedNote> kept = new ArrayList<>();
        for (long size : sizes) {
            SignedNote next = note(size);
            assertThat(history.keep(next, history.newest())).isTrue();
            kept.add(next);
        }
        return kept;
    }

    private SignedNote note(long size) {
        return signer.sign(new Checkpoint(signer.name(), size, new byte[32]).text());
    }

    private static List<String> formats(List<SignedNote> notes) {
        return notes.stream().map(SignedNote::format).toList();
    }
}
