package org.dutyledger.submission.audit.checkpoint;

import java.time.Duration;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.notary.LedgerWatch;
import org.dutyledger.ledger.notary.Ticker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reading of the ledger in the background. Every process does it: each refuses to sign by what it has read itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchSettings.class)
class WatchWiring {
    private static final Duration TURN = Duration.ofSeconds(1);

    @Bean
    LedgerWatch ledgerWatch(LedgerReader ledger, WatchSettings settings) {
        return new LedgerWatch(ledger, new LedgerWatch.Pace(settings.rate(), settings.every(), System::nanoTime));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Ticker ledgerWatching(LedgerWatch watch) {
        return new Ticker("ledger-watch", TURN, watch::turn, () -> {});
    }
}
