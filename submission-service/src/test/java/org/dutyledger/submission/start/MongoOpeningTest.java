package org.dutyledger.submission.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MongoOpeningTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void unavailableMongoDb_isOpenedWhenItAnswers() {
        Iterator<RuntimeException> failures = List.<RuntimeException>of(
                        new MongoTimeoutException("no server"),
                        new MongoSocketReadException("killed in the middle", new ServerAddress()))
                .iterator();
        String opened = MongoOpening.within(Duration.ofMinutes(1), Duration.ZERO)
                .of(() -> {
                    attempts.incrementAndGet();
                    if (failures.hasNext()) {
                        throw failures.next();
                    }
                    return "ledger";
                });
        assertThat(opened).isEqualTo("ledger");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void anyOtherFailure_endsTheStartAtOnce() {
        IllegalStateException standalone = new IllegalStateException("a standalone server");
        assertThatThrownBy(() -> MongoOpening.within(Duration.ofMinutes(1), Duration.ZERO)
                        .of(failing(standalone)))
                .isSameAs(standalone);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void afterTheLimit_theLastFailureIsThrown() {
        MongoTimeoutException unavailable = new MongoTimeoutException("no server");
        assertThatThrownBy(() -> MongoOpening.within(Duration.ofMillis(20), Duration.ofMillis(5))
                        .of(failing(unavailable)))
                .isSameAs(unavailable);
        assertThat(attempts).hasPositiveValue();
    }

    private Supplier<String> failing(RuntimeException failure) {
        return () -> {
            attempts.incrementAndGet();
            throw failure;
        };
    }
}
