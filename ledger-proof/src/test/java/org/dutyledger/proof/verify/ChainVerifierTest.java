package org.dutyledger.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private static final int COMMITS = 12;

    @Test
    void a_sound_ledger_has_no_break() {
        ChainVerifier verifier = walk(ledger(1));
        assertThat(verifier.firstBreak()).isEmpty();
        assertThat(verifier.endsAt(verifier.size(), verifier.head())).isTrue();
    }

    @Test
    void an_empty_ledger_is_sound() {
        ChainVerifier verifier = new ChainVerifier();
        assertThat(verifier.endsAt(0, CommitHash.genesis())).isTrue();
        assertThat(verifier.firstBreak()).isEmpty();
    }

    @Test
    void only_the_first_break_is_reported() {
        List<ExportedCommit> commits = ledger(2);
        commits.remove(5);
        commits.remove(2);
        long position = commits.get(1).nextPosition();
        assertThat(walk(commits).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(position))
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.POSITION));
    }

    @Test
    void a_place_left_out_of_a_stream_is_found_though_the_hashes_agree() {
        List<ExportedCommit> forged = new ArrayList<>();
        forged.add(sealed(0, CommitHash.genesis(), new UUID(0, 1), List.of(event("a", 0, 1))));
        forged.add(sealed(1, forged.get(0).hash(), new UUID(0, 2), List.of(event("a", 2, 2))));
        assertThat(walk(forged).firstBreak()).map(LedgerBreak::kind).hasValue(Kind.SEQUENCE);
    }

    @Test
    void a_commit_without_events_is_a_break() {
        ExportedCommit empty = sealed(0, CommitHash.genesis(), new UUID(0, 1), List.of());
        assertThat(walk(List.of(empty)).firstBreak()).map(LedgerBreak::kind).hasValue(Kind.EMPTY);
    }

    @Property(tries = 500)
    void any_flipped_bit_is_found(
            @ForAll long seed,
            @ForAll @IntRange(max = COMMITS - 1) int at,
            @ForAll @IntRange(max = 4) int part,
            @ForAll @IntRange(max = 100_000) int bit) {
        List<ExportedCommit> commits = ledger(seed);
        ExportedCommit c = commits.get(at);
        commits.set(
                at,
                switch (part) {
                    case 0 -> commit(c.position(), c.id(), flipped(c.previousHash(), bit), c.hash(), c.events());
                    case 1 -> commit(c.position(), c.id(), c.previousHash(), flipped(c.hash(), bit), c.events());
                    case 2 -> commit(c.position() ^ 1L << bit % 64, c.id(), c.previousHash(), c.hash(), c.events());
                    case 3 ->
                        commit(
                                c.position(),
                                new UUID(
                                        c.id().getMostSignificantBits(),
                                        c.id().getLeastSignificantBits() ^ 1L << bit % 64),
                                c.previousHash(),
                                c.hash(),
                                c.events());
                    default -> withFlippedEvent(c, bit);
                });
        assertThat(walk(commits).firstBreak()).isPresent();
    }

    @Property(tries = 300)
    void any_removed_commit_is_found(@ForAll long seed, @ForAll @IntRange(max = COMMITS - 1) int at) {
        ChainVerifier whole = walk(ledger(seed));
        List<ExportedCommit> commits = ledger(seed);
        commits.remove(at);
        assertThat(walk(commits).endsAt(whole.size(), whole.head())).isFalse();
    }

    @Property(tries = 300)
    void any_two_swapped_commits_are_found(
            @ForAll long seed,
            @ForAll @IntRange(max = COMMITS - 2) int first,
            @ForAll @IntRange(min = 1, max = COMMITS - 1) int apart) {
        List<ExportedCommit> commits = ledger(seed);
        int second = Math.min(COMMITS - 1, first + apart);
        ExportedCommit moved = commits.set(first, commits.get(second));
        commits.set(second, moved);
        assertThat(walk(commits).firstBreak()).isPresent();
    }

    @Property(tries = 300)
    void any_inserted_commit_is_found(@ForAll long seed, @ForAll @IntRange(max = COMMITS) int at) {
        List<ExportedCommit> commits = ledger(seed);
        ChainVerifier whole = walk(commits);
        long position = at == COMMITS ? whole.size() : commits.get(at).position();
        byte[] previous = at == 0 ? CommitHash.genesis() : commits.get(at - 1).hash();
        commits.add(at, sealed(position, previous, new UUID(seed, at), List.of(event("new", 0, 9))));
        assertThat(walk(commits).endsAt(whole.size(), whole.head())).isFalse();
    }

    private static ChainVerifier walk(List<ExportedCommit> commits) {
        ChainVerifier verifier = new ChainVerifier();
        commits.forEach(verifier::accept);
        return verifier;
    }

    private static List<ExportedCommit> ledger(long seed) {
        Random random = new Random(seed);
        Map<String, Long> next = new HashMap<>();
        List<ExportedCommit> commits = new ArrayList<>();
        long position = 0;
        byte[] head = CommitHash.genesis();
        for (int i = 0; i < COMMITS; i++) {
            List<ExportedEvent> events = new ArrayList<>();
            for (int e = random.nextInt(3); e >= 0; e--) {
                String stream = "s" + random.nextInt(3);
                events.add(event(stream, next.merge(stream, 1L, Long::sum) - 1, random.nextInt()));
            }
            commits.add(sealed(position, head, new UUID(random.nextLong(), random.nextLong()), events));
            head = commits.get(i).hash();
            position += events.size();
        }
        return commits;
    }

    private static ExportedCommit commit(
            long position, UUID id, byte[] previous, byte[] hash, List<ExportedEvent> events) {
        return new ExportedCommit(position, id, null, Instant.EPOCH, previous, hash, events);
    }

    private static ExportedEvent event(String stream, long sequence, int content) {
        return new ExportedEvent(stream, sequence, "t", stream + sequence, (stream + sequence + content).getBytes());
    }

    private static ExportedCommit sealed(long position, byte[] previous, UUID id, List<ExportedEvent> events) {
        byte[] leaves =
                CommitHash.leaves(events.stream().map(ExportedEvent::data).toList());
        return commit(position, id, previous, CommitHash.commit(previous, position, id, leaves), events);
    }

    private static ExportedCommit withFlippedEvent(ExportedCommit c, int bit) {
        List<ExportedEvent> events = new ArrayList<>(c.events());
        int at = bit % events.size();
        ExportedEvent e = events.get(at);
        events.set(at, new ExportedEvent(e.stream(), e.sequence(), e.type(), e.id(), flipped(e.data(), bit)));
        return commit(c.position(), c.id(), c.previousHash(), c.hash(), events);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] other = bytes.clone();
        other[bit / 8 % other.length] ^= (byte) (1 << bit % 8);
        return other;
    }
}
