package org.dutyledger.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A topic of genuine, forged, lost, duplicate and swapped records, in seeded order: exactly the ledger is applied. */
class AnyTopicTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void onlyTheLedgersCommits_areApplied(int part) {
        for (int seed = part * 1_000; seed < part * 1_000 + 400; seed++) {
            run(new Random(seed), seed);
        }
    }

    private static void run(Random random, int seed) {
        Chain ledger = new Chain();
        Chain written = new Chain();
        for (int commits = 1 + random.nextInt(12); commits > 0; commits--) {
            String[] texts = new String[1 + random.nextInt(4)];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = seed + "." + commits + "." + i;
            }
            written.commit(texts);
        }
        List<String> applied = new ArrayList<>();
        Misfits misfits = new Misfits();
        LedgerFollower follower = new LedgerFollower(
                (from, limit) -> {
                    if (random.nextInt(8) == 0) {
                        throw new UnavailableException();
                    }
                    return ledger.read(from, Math.min(limit, 1 + random.nextInt(5)));
                },
                (events, head) -> events.forEach(event -> applied.add(new String(event.data(), UTF_8))),
                misfits,
                () -> 0);
        long offset = 0;
        List<Received> poll = new ArrayList<>();
        for (ChainedEvent genuine : written.events) {
            if (genuine.position() == ledger.events.size()) {
                written.events.stream().filter(genuine::sameCommit).forEach(ledger.events::add);
            }
            for (int forged = random.nextInt(3); forged > 0 && random.nextInt(3) == 0; forged--) {
                poll.add(new Received("evidence/0/" + offset++, forged(random, written, genuine), ""));
            }
            if (random.nextInt(10) > 0) {
                poll.add(new Received("evidence/0/" + offset++, genuine, ""));
            }
            if (random.nextInt(3) == 0) {
                quietly(() -> follower.accept(poll));
                poll.clear();
            }
        }
        quietly(() -> follower.accept(poll));
        poll.clear();
        for (int tries = 0; tries < 40; tries++) {
            quietly(follower::idle);
            quietly(() -> follower.readFromLedger(written.events.size()));
        }
        assertThat(applied)
                .as("seed %s: %s", seed, misfits.recent())
                .containsExactlyElementsOf(written.events.stream()
                        .map(event -> new String(event.data(), UTF_8))
                        .toList());
    }

    /** Any change of a record but a whole forged commit, which only a reachable ledger distinguishes from its own. */
    private static ChainedEvent forged(Random random, Chain written, ChainedEvent e) {
        ChainedEvent other = written.events.get(random.nextInt(written.events.size()));
        return switch (random.nextInt(6)) {
            case 0 -> Chain.withText(e, "forged");
            case 1 -> new ChainedEvent(e.position(), other.commitHash(), e.commitHash(), e.commit(), e.data());
            case 2 -> new ChainedEvent(e.position(), e.previousHash(), other.previousHash(), e.commit(), e.data());
            case 3 -> new ChainedEvent(e.position(), e.previousHash(), e.commitHash(), new UUID(1, 1), e.data());
            case 4 -> Chain.withPosition(e, random.nextInt(written.events.size() + 3));
            default -> other;
        };
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (UnavailableException e) {
            // tried again
        }
    }

    private static final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
