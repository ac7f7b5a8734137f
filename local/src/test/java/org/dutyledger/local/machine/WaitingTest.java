package org.dutyledger.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();

    @Test
    void isReportedRepeatedly_untilItIsOver() throws Exception {
        try (Waiting waiting = Waiting.until(
                "MongoDB to answer",
                Duration.ofSeconds(20),
                reports::add,
                Duration.ofMillis(1),
                Duration.ofMillis(1))) {
            for (int i = 0; i < 3; i++) {
                assertThat(reports.poll(30, TimeUnit.SECONDS))
                        .startsWith("Waiting (")
                        .endsWith(" s of at most 20) for MongoDB to answer");
            }
        }
    }

    @Test
    void shortWait_isNotReported() {
        Waiting.until("MongoDB", Duration.ofSeconds(20), reports::add, Duration.ofDays(1), Duration.ofDays(1))
                .close();
        assertThat(reports).isEmpty();
    }
}
