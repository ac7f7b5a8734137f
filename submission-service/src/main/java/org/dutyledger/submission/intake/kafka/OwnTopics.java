package org.dutyledger.submission.intake.kafka;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.dutyledger.events.Topics;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics this service owns. */
final class OwnTopics {
    private static final int INBOUND_PARTITIONS = 4;

    private OwnTopics() {}

    static KafkaAdmin.NewTopics with(int replication) {
        return new KafkaAdmin.NewTopics(
                evidence(replication),
                forEver(topic(Topics.CHECKPOINTS, 1, replication)),
                topic(Topics.INBOUND, INBOUND_PARTITIONS, replication).build(),
                topic(Topics.REPLIES, INBOUND_PARTITIONS, replication).build(),
                forEver(topic(Topics.INBOUND_DEAD, 1, replication)));
    }

    /** One partition is what keeps the order of the ledger; it never expires, so that it can be replayed. */
    static NewTopic evidence(int replication) {
        return forEver(topic(Topics.EVIDENCE, 1, replication));
    }

    private static TopicBuilder topic(String name, int partitions, int replication) {
        TopicBuilder topic = TopicBuilder.name(name).partitions(partitions).replicas(replication);
        return replication >= 3 ? topic.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2") : topic;
    }

    private static NewTopic forEver(TopicBuilder topic) {
        return topic.config(TopicConfig.RETENTION_MS_CONFIG, "-1").build();
    }
}
