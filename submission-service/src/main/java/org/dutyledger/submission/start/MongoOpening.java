package org.dutyledger.submission.start;

import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Opens what a service keeps in MongoDB, when it starts. A service and its MongoDB often start together, after a power
 * cut for instance: while MongoDB is unavailable, opening is repeated, up to a limit, instead of ending the service.
 */
public final class MongoOpening {
    private static final Logger LOG = LoggerFactory.getLogger(MongoOpening.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private final RetryTemplate retries;

    private MongoOpening(Duration limit, Duration pause) {
        this.retries = new RetryTemplate(RetryPolicy.builder()
                .includes(
                        MongoTimeoutException.class,
                        MongoSocketException.class,
                        MongoNotPrimaryException.class,
                        MongoNodeIsRecoveringException.class)
                .maxRetries(Long.MAX_VALUE)
                .delay(pause)
                .timeout(limit)
                .build());
        retries.setRetryListener(new RetryListener() {
            @Override
            public void onRetryFailure(RetryPolicy policy, Retryable<?> opening, Throwable failure) {
                LOG.warn("MongoDB is unavailable, opening is repeated: {}", failure.toString());
            }
        });
    }

    /** @param limit no attempt begins after this time; the last one may take as long as its own limits allow */
    public static MongoOpening within(Duration limit) {
        return new MongoOpening(limit, PAUSE);
    }

    static MongoOpening within(Duration limit, Duration pause) {
        return new MongoOpening(limit, pause);
    }

    /**
     * Returns what {@code opening} gives.
     *
     * @param opening may run several times, also after an attempt that was interrupted half way
     * @throws RuntimeException the last failure when the limit is over, and any other failure at once
     */
    public <T> T of(Supplier<T> opening) {
        try {
            return retries.execute(opening::get);
        } catch (RetryException e) {
            throw e.getLastException() instanceof RuntimeException last ? last : new IllegalStateException(e);
        }
    }
}
