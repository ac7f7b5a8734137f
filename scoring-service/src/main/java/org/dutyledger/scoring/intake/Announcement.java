package org.dutyledger.scoring.intake;

import java.util.List;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.intake.publish.EvaluationsTopic;
import org.dutyledger.scoring.view.ScoringStore;
import org.dutyledger.scoring.view.ScoringStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends all current evaluations and the watermark again when the topic lacks them: it is another topic than the one
 * that was filled, or its last watermark is older.
 */
final class Announcement {
    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);
    private final ScoringStores stores;
    private final EvaluationsTopic topic;
    private final EvaluationPublisher publisher;

    Announcement(ScoringStores stores, EvaluationsTopic topic, EvaluationPublisher publisher) {
        this.stores = stores;
        this.topic = topic;
        this.publisher = publisher;
    }

    /** Looks, and sends if need be; throws when Kafka or the store does not answer. */
    void renew() {
        ScoringStore store = stores.refreshed();
        long applied = store.place().applied();
        String identity = topic.identity();
        boolean sameTopic = identity.equals(store.topic());
        if (applied >= 0 && !(sameTopic && topic.watermark() >= applied)) {
            List<IndicatorEvaluated> all = List.copyOf(store.allEvaluations().values());
            LOG.warn(
                    "the topic evaluations does not hold what was sent up to position {}; sending {} evaluations again",
                    applied,
                    all.size());
            publisher.publish(all, applied);
        }
        if (!sameTopic) {
            store.topic(identity);
        }
    }
}
