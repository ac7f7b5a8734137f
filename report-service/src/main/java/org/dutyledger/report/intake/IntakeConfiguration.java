package org.dutyledger.report.intake;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.events.Topics;
import org.dutyledger.kit.projection.RebuildController;
import org.dutyledger.kit.projection.RebuildDesk;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.Copies;
import org.dutyledger.report.view.Projection;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the readers of the two topics. */
@Configuration(proxyBeanMethods = false)
@Import(RebuildController.class)
class IntakeConfiguration {
    @Bean
    TopicTail evidenceTail(KafkaProperties kafka, Copies copies, Projection projection, AuditFeed feed) {
        return new TopicTail(
                Topics.EVIDENCE, consumers(kafka), new EvidenceReader(copies::refreshed, feed, projection::applied));
    }

    @Bean
    TopicTail evaluationsTail(KafkaProperties kafka, Copies copies, Projection projection) {
        return new TopicTail(
                Topics.EVALUATIONS, consumers(kafka), new EvaluationReader(copies::refreshed, projection::scored));
    }

    @Bean
    RebuildDesk rebuildDesk(KafkaProperties kafka, Copies copies, AuditFeed feed, List<TopicTail> tails) {
        return new RebuildDesk(new ReportRebuild(copies, feed, consumers(kafka), tails), copies.generations());
    }

    @Bean
    HealthIndicator intakeHealthIndicator(List<TopicTail> tails, MongoDatabase database, Projection projection) {
        return new IntakeHealth(tails, database, projection);
    }

    private static Supplier<Consumer<byte[], byte[]>> consumers(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        // no group: where to go on is stored with what was applied, not in Kafka
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
