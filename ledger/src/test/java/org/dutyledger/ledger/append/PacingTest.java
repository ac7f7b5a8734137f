package org.dutyledger.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final long MILLIS = 1_000_000;
    private long now;
    private final Pacing pacing = new Pacing(() -> now, new SplittableRandom(1));

    @Test
    void pauses_double_up_to_half_a_second_and_start_again_after_success() {
        long last = 0;
        for (int i = 0; i < 20; i++) {
            last = pacing.backoff();
        }
        assertThat(last).isBetween(250 * MILLIS, 500 * MILLIS);
        assertThat(pacing.beforeNextLook()).isEqualTo(50 * MILLIS);
        pacing.wentWell();
        assertThat(pacing.backoff()).isBetween(MILLIS / 2, MILLIS);
    }

    @Test
    void turns_are_asked_for_only_a_while_after_a_lost_race() {
        assertThat(pacing.mustAskForTurn()).isFalse();
        pacing.lostRace();
        assertThat(pacing.mustAskForTurn()).isTrue();
        now += 2_001 * MILLIS;
        assertThat(pacing.mustAskForTurn()).isFalse();
    }

    @Test
    void a_turn_ends_with_the_first_batch_after_its_time() {
        pacing.lostRace();
        pacing.turnGranted();
        assertThat(pacing.mustAskForTurn()).isFalse();
        assertThat(pacing.turnIsOver()).isFalse();
        now += 5 * MILLIS;
        assertThat(pacing.turnIsOver()).isTrue();
        pacing.turnEnded();
        assertThat(pacing.mustAskForTurn()).isTrue();
    }

    @Test
    void a_denied_turn_keeps_the_contention_alive() {
        pacing.lostRace();
        now += 1_500 * MILLIS;
        pacing.turnDenied();
        now += 1_500 * MILLIS;
        assertThat(pacing.mustAskForTurn()).isTrue();
    }

    @Test
    void a_winner_looks_for_losers_now_and_then_and_joins_them() {
        now = 21 * MILLIS;
        assertThat(pacing.mustLookForLosers()).isTrue();
        pacing.lookedForLosers(false);
        assertThat(pacing.mustLookForLosers()).isFalse();
        assertThat(pacing.mustAskForTurn()).isFalse();
        now += 21 * MILLIS;
        pacing.lookedForLosers(true);
        assertThat(pacing.mustAskForTurn()).isTrue();
    }
}
