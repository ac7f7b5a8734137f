package org.dutyledger.submission.audit.checkpoint;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.dutyledger.events.Topics;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.CheckpointPublisher;
import org.dutyledger.ledger.notary.CheckpointSchedule;
import org.dutyledger.ledger.notary.LedgerWatch;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.ledger.notary.Notary;
import org.dutyledger.ledger.notary.Ticker;
import org.dutyledger.ledger.publish.MongoLease;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.submission.audit.SignedTree;
import org.dutyledger.submission.start.MongoOpening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Wiring of signing, schedule and publication of checkpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckpointSettings.class)
class CheckpointWiring {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWiring.class);
    private static final String ISSUED = "report.issued.";
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final String instance;

    CheckpointWiring(@Value("${dutyledger.submission.instance}") String instance) {
        this.instance = instance.isEmpty() ? UUID.randomUUID().toString() : instance;
    }

    @Bean
    CheckpointSigner checkpointSigner(CheckpointSettings settings) throws IOException {
        if (settings.checkpointKey().isEmpty()) {
            LOG.warn("no key for checkpoints is set: they are signed with one that ends with this process");
            return CheckpointSigner.forgetful(new NoteSigner(settings.ledgerName(), Ed25519Keys.generate()));
        }
        Path key = Path.of(settings.checkpointKey());
        return CheckpointSigner.remembering(
                new NoteSigner(settings.ledgerName(), CheckpointKey.in(key)), settings.memory(key));
    }

    @Bean
    CheckpointHistory checkpointHistory(MongoDatabase database, MongoOpening opening) {
        return opening.of(() -> new MongoCheckpoints(database));
    }

    @Bean
    Notary notary(CheckpointSigner signer, CheckpointHistory history, LedgerWatch watch) {
        return new Notary(signer, history, watch::alarm);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Ticker checkpointSchedule(
            LedgerReader ledger,
            CheckpointHistory history,
            SignedTree tree,
            MongoDatabase database,
            CheckpointSettings settings) {
        MongoLease lease = new MongoLease(database, "checkpoint-schedule", instance, LEASE);
        CheckpointSchedule.Pace pace = new CheckpointSchedule.Pace(
                settings.checkpointEvery(), event -> event.type().startsWith(ISSUED), System::nanoTime);
        CheckpointSchedule schedule = new CheckpointSchedule(ledger, history, tree::checkpoint, lease, pace);
        return new Ticker("checkpoint-schedule", LOOK, schedule::tick, lease::close);
    }

    @Bean(destroyMethod = "") // its ticker ends it
    CheckpointPublisher checkpointPublisher(CheckpointHistory history, KafkaAdmin admin, MongoDatabase database) {
        return new CheckpointPublisher(
                history,
                admin.getConfigurationProperties(),
                Topics.CHECKPOINTS,
                new MongoLease(database, "checkpoint-publisher", instance, LEASE));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Ticker checkpointPublishing(CheckpointPublisher publisher) {
        return new Ticker("checkpoint-publisher", LOOK, publisher::turn, publisher::close);
    }
}
