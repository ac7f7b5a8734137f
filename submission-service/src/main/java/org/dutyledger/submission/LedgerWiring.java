package org.dutyledger.submission;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.dutyledger.events.Topics;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.publish.EvidencePublisher;
import org.dutyledger.ledger.publish.KafkaCluster;
import org.dutyledger.ledger.publish.MongoLease;
import org.dutyledger.ledger.publish.PublisherSettings;
import org.dutyledger.submission.start.MongoOpening;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** The ledger and what sends it on, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubmissionSettings.class)
class LedgerWiring {
    private static final Duration LEASE = Duration.ofSeconds(10);
    /** Longer than a mongod that was killed needs to be primary again. */
    private static final Duration OPENING = Duration.ofMinutes(2);

    @Bean
    MongoDatabase ledgerDatabase(MongoClient client, SubmissionSettings settings) {
        return client.getDatabase(settings.database());
    }

    @Bean
    MongoOpening mongoOpening() {
        return MongoOpening.within(OPENING);
    }

    @Bean
    MongoLedger ledger(MongoDatabase database, MongoOpening opening) {
        return opening.of(() -> MongoLedger.open(database));
    }

    @Bean
    PublisherSignal publisherSignal() {
        return new PublisherSignal();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    EvidencePublisher evidencePublisher(
            Ledger ledger,
            MongoDatabase database,
            KafkaAdmin admin,
            PublisherSignal signal,
            SubmissionSettings settings) {
        String holder = settings.instance().isEmpty() ? UUID.randomUUID().toString() : settings.instance();
        PublisherSettings usual = PublisherSettings.of("", Topics.EVIDENCE);
        Map<String, Object> clients = admin.getConfigurationProperties();
        EvidencePublisher publisher = new EvidencePublisher(
                ledger,
                new PublisherSettings(clients, usual.topic(), usual.poll(), usual.maxBackOff()),
                MongoLease.ofPublisher(database, holder, LEASE, new KafkaCluster(clients)));
        signal.connect(publisher::wake);
        return publisher;
    }
}
