package org.dutyledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TickerTest {
    @Test
    void failure_isReportedAndRetried() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        CountDownLatch ended = new CountDownLatch(1);
        try (Ticker ticker = new Ticker("t", Duration.ofMillis(1), () -> failIf(broken.get()), ended::countDown)) {
            ticker.start();
            Awaitility.await().until(() -> "broken".equals(ticker.problem()));
            broken.set(false);
            Awaitility.await().until(() -> ticker.problem() == null);
            assertThat(ended.getCount()).isOne();
        }
        assertThat(ended.await(0, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closing_endsAPauseAndATurnThatWaits() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Ticker ticker = new Ticker(
                "t",
                Duration.ofDays(1),
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                },
                () -> failIf(true));
        ticker.start();
        Awaitility.await().until(() -> begun.getCount() == 0);
        ticker.close();
        assertThat(interrupted).isTrue();
    }

    private static void failIf(boolean broken) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
    }
}
