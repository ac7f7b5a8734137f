package org.dutyledger.submission.audit.checkpoint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the ledger is read in the background; defaults are in {@code submission-service.yml}.
 *
 * @param rate events a second of the slow round over the whole ledger, 1 to 100,000
 * @param every least time from the beginning of one round to that of the next, 1s to 7d
 */
@ConfigurationProperties("dutyledger.audit.watch")
record WatchSettings(int rate, Duration every) {
    WatchSettings {
        if (rate < 1 || rate > 100_000) {
            throw new IllegalArgumentException(
                    "dutyledger.audit.watch.rate (DUTYLEDGER_WATCH_RATE) is " + rate + "; it can be 1 to 100000");
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "dutyledger.audit.watch.every (DUTYLEDGER_WATCH_EVERY) is " + every + "; it can be 1s to 7d");
        }
    }
}
