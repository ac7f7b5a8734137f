package org.dutyledger.submission;

import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.publish.EvidencePublisher;
import org.dutyledger.ledger.publish.PublisherHealth;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Up as long as the ledger answers. An unavailable Kafka does not make the service unfit: submissions are accepted and
 * published later. A stopped publisher does, since an operator has to check the topic.
 */
@Component("ledgerHealthIndicator")
final class LedgerHealth extends AbstractHealthIndicator {
    private final LedgerReader ledger;
    private final EvidencePublisher publisher;

    LedgerHealth(LedgerReader ledger, EvidencePublisher publisher) {
        this.ledger = ledger;
        this.publisher = publisher;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long size = ledger.size();
        PublisherHealth publishing = publisher.health();
        if (publishing.state() == PublisherHealth.State.STOPPED) {
            health.down();
        } else {
            health.up();
        }
        health.withDetail("size", size)
                .withDetail("publisher", publishing.state().name())
                .withDetail("published", publishing.published());
        if (publishing.problem() != null) {
            health.withDetail("problem", publishing.problem());
        }
    }
}
