package org.dutyledger.report.intake;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.dutyledger.report.view.Projection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when the database does not answer, or when a topic holds something this version does not understand. */
final class IntakeHealth implements HealthIndicator {
    private final List<TopicTail> tails;
    private final MongoDatabase database;
    private final Projection projection;

    IntakeHealth(List<TopicTail> tails, MongoDatabase database, Projection projection) {
        this.tails = tails;
        this.database = database;
        this.projection = projection;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (TopicTail tail : tails) {
            String reason = tail.stoppedBy();
            if (reason != null) {
                health.down().withDetail(tail.topic(), "stopped: " + reason);
            }
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
