package org.dutyledger.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void isSaidAgainAndAgain_untilItIsOver() throws Exception {
        try (Waiting waiting = Waiting.until(
                "MongoDB to answer", Duration.ofSeconds(20), said::add, Duration.ofMillis(1), Duration.ofMillis(1))) {
            for (int i = 0; i < 3; i++) {
                assertThat(said.poll(30, TimeUnit.SECONDS))
                        .startsWith("Waiting (")
                        .endsWith(" s of at most 20) for MongoDB to answer");
            }
        }
    }

    @Test
    void shortWait_isNotSaid() {
        Waiting.until("MongoDB", Duration.ofSeconds(20), said::add, Duration.ofDays(1), Duration.ofDays(1))
                .close();
        assertThat(said).isEmpty();
    }
}
