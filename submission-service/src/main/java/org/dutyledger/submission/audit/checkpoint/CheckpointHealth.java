package org.dutyledger.submission.audit.checkpoint;

import java.util.Optional;
import java.util.stream.Stream;
import org.dutyledger.ledger.notary.CheckpointPublisher;
import org.dutyledger.ledger.notary.LedgerWatch;
import org.dutyledger.ledger.notary.Notary;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Reports a ledger that no longer continues its checkpoints. The answer stays 200, since submissions continue:
 * monitoring reads the status, and no load balancer takes the service out.
 */
@Component("checkpointHealthIndicator")
final class CheckpointHealth extends AbstractHealthIndicator {
    static final Status ALARM = new Status("CHECKPOINT_ALARM");
    private final Notary notary;
    private final CheckpointPublisher publisher;
    private final LedgerWatch watch;

    CheckpointHealth(Notary notary, CheckpointPublisher publisher, LedgerWatch watch) {
        this.watch = watch;
        this.notary = notary;
        this.publisher = publisher;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<String> alarm = Stream.of(watch.alarm(), notary.refusal(), publisher.alarm())
                .flatMap(Optional::stream)
                .findFirst();
        health.status(alarm.isPresent() ? ALARM : Status.UP);
        alarm.ifPresent(why -> health.withDetail("alarm", why));
    }
}
