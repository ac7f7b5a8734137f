package org.dutyledger.ledger.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerBrokenException;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.memory.MemoryCheckpoints;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;

class LedgerWatchTest {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private final List<StoredCommit> log = new ArrayList<>();
    private RuntimeException trouble;
    private long read;
    private long nanos;
    private final LedgerWatch watch = watch(1_000);

    @Test
    void soundLedger_alsoAGrowingOne_isNoAlarm() {
        watch.turn();
        append(10);
        turns(5);
        append(300);
        turns(20);
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void cutTail_isAnAlarm_alsoWhenTheLedgerContinuesAfterTheHole() {
        append(30);
        turns(2);
        StoredCommit behind = commit(log.get(29).nextPosition(), log.get(29).hash());
        List<StoredCommit> cut = new ArrayList<>(log.subList(28, 30));
        log.removeAll(cut);
        turns(2);
        assertThat(watch.alarm().orElseThrow())
                .contains("position " + cut.get(1).position(), "is missing or has another hash");
        log.add(behind);
        turns(10);
        assertThat(watch.alarm()).as("until it is there again").isPresent();
        log.addAll(28, cut);
        turns(20);
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void tailCutBeforeTheStart_isFoundByTheFirstRound() {
        append(30);
        log.subList(27, 28).clear();
        turns(3);
        assertThat(watch.alarm().orElseThrow()).contains("no commit can be read at position");
    }

    @Test
    void oneOddRead_isNoAlarm() {
        append(30);
        turns(2);
        StoredCommit last = log.remove(29);
        watch.turn();
        log.add(last);
        turns(10);
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void alteredCommit_isFoundInTheNextRound() {
        append(50);
        turns(3);
        StoredCommit c = log.get(20);
        StoredEvent event = c.events().get(0);
        log.set(
                20,
                new StoredCommit(
                        c.position(),
                        c.id(),
                        null,
                        c.recordedAt(),
                        c.previousHash(),
                        c.hash(),
                        List.of(
                                new StoredEvent(
                                        event.position(), event.stream(), 0, "t", event.id(), "other".getBytes(UTF_8)),
                                c.events().get(1))));
        turns(3);
        assertThat(watch.alarm()).as("the next round is not due").isEmpty();
        nanos += EVERY.toNanos();
        turns(3);
        assertThat(watch.alarm().orElseThrow()).contains("does not continue the chain at " + c.position());
    }

    @Test
    void documentThatIsNoCommit_isAnAlarm_anAnswerThatIsMissingIsNot() {
        append(3);
        trouble = new LedgerBusyException("away", null);
        assertThatThrownBy(watch::turn).isInstanceOf(LedgerBusyException.class);
        assertThatThrownBy(watch::turn).isInstanceOf(LedgerBusyException.class);
        assertThat(watch.alarm()).isEmpty();
        trouble = new LedgerBrokenException("no commit", new IllegalStateException());
        turns(2);
        assertThat(watch.alarm()).contains("no commit");
    }

    @Test
    void rateAndRounds_areBounded() {
        append(2_000);
        LedgerWatch slow = watch(100);
        slow.turn();
        read = 0;
        for (int i = 0; i < 20; i++) {
            slow.turn();
        }
        assertThat(read).as("events of 20 turns, and the last commit at each").isBetween(1_500L, 2_400L);
        turns(10);
        read = 0;
        turns(10);
        assertThat(read).as("between two rounds only the last commit is read").isLessThanOrEqualTo(20);
    }

    @Test
    void nothingIsSignedDuringAnAlarm() {
        CheckpointSigner signer = CheckpointSigner.forgetful(new NoteSigner("a", Ed25519Keys.generate()));
        Notary notary = new Notary(signer, new MemoryCheckpoints(), watch::alarm);
        MerkleTree tree = new MerkleTree();
        append(30);
        turns(2);
        log.remove(29);
        turns(2);
        assertThatThrownBy(() -> notary.checkpoint(() -> tree))
                .isInstanceOf(InconsistentCheckpointException.class)
                .hasMessageContaining("is missing or has another hash");
        assertThat(notary.refusal()).isPresent();
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            watch.turn();
        }
    }

    private void append(int commits) {
        for (int i = 0; i < commits; i++) {
            log.add(
                    log.isEmpty()
                            ? commit(0, CommitHash.genesis())
                            : commit(
                                    log.get(log.size() - 1).nextPosition(),
                                    log.get(log.size() - 1).hash()));
        }
    }

    private static StoredCommit commit(long position, byte[] previous) {
        UUID id = new UUID(7, position);
        List<StoredEvent> events = List.of(event(position), event(position + 1));
        byte[] leaves = CommitHash.leaves(events.stream().map(StoredEvent::data).toList());
        return new StoredCommit(
                position, id, null, Instant.EPOCH, previous, CommitHash.commit(previous, position, id, leaves), events);
    }

    private static StoredEvent event(long position) {
        return new StoredEvent(position, "s" + position, 0, "t", "i" + position, ("e" + position).getBytes(UTF_8));
    }

    private LedgerWatch watch(int rate) {
        return new LedgerWatch(ledger(), new LedgerWatch.Pace(rate, EVERY, () -> nanos));
    }

    /** Reads of a ledger whose commits may be removed, as a document store serves them. */
    private Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (trouble != null) {
                        throw trouble;
                    }
                    return switch (method.getName()) {
                        case "size" ->
                            log.isEmpty() ? 0L : log.get(log.size() - 1).nextPosition();
                        case "read" -> read((long) arguments[0], (int) arguments[1]);
                        default -> throw new AssertionError(method);
                    };
                });
    }

    private List<StoredCommit> read(long position, int limit) {
        List<StoredCommit> found = new ArrayList<>();
        long due = position;
        for (StoredCommit commit : log) {
            boolean holds = found.isEmpty() && commit.position() <= due && commit.nextPosition() > due;
            if (found.size() < limit && (holds || commit.position() == due)) {
                found.add(commit);
                due = commit.nextPosition();
            }
        }
        read += found.stream().mapToInt(c -> c.events().size()).sum();
        return found;
    }
}
