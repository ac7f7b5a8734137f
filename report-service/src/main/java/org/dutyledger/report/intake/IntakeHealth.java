package org.dutyledger.report.intake;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.dutyledger.follow.Misfits;
import org.dutyledger.report.view.ReportProjection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Down when the database does not answer, holds something else than was stored, or a topic is not followed; an alarm while a record that is not the ledger's own
 * is not explained.
 */
final class IntakeHealth implements HealthIndicator {
    /** Copying continues, from the ledger itself: the answer stays 200. */
    static final Status ALARM = new Status("EVIDENCE_ALARM");

    private final List<TopicReader> tails;
    private final Misfits misfits;
    private final MongoDatabase database;
    private final ReportProjection projection;

    IntakeHealth(List<TopicReader> tails, Misfits misfits, MongoDatabase database, ReportProjection projection) {
        this.tails = tails;
        this.misfits = misfits;
        this.database = database;
        this.projection = projection;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.status(misfits.alarm().isPresent() ? ALARM : Status.UP);
        misfits.alarm().ifPresent(alarm -> health.withDetail("alarm", alarm));
        if (misfits.count() > 0) {
            health.withDetail("misfits", misfits.count()).withDetail("recentMisfits", misfits.recent());
        }
        for (TopicReader tail : tails) {
            String reason = tail.stoppedBy();
            if (reason != null) {
                health.down().withDetail(tail.topic(), "stopped: " + reason);
            } else if (tail.waitsFor() != null) {
                health.down().withDetail(tail.topic(), "waits: " + tail.waitsFor());
            }
        }
        if (!projection.altered().isEmpty()) {
            health.down().withDetail("altered", projection.altered());
        }
        try {
            database.runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            health.down().withDetail("mongodb", e.getClass().getSimpleName());
        }
        return health.withDetail("applied", projection.appliedTo())
                .withDetail("scored", projection.scoredTo())
                .build();
    }
}
