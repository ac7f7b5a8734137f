package org.dutyledger.scoring.intake;

import org.dutyledger.kit.ServiceToken;
import org.dutyledger.kit.projection.RebuildController;
import org.dutyledger.kit.projection.RebuildDesk;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.intake.publish.KafkaEvaluations;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
@Import(RebuildController.class)
class IntakeConfiguration {

    @Bean
    KafkaEvaluations evaluationPublisher(
            @Value("${dutyledger.kafka.bootstrap-servers}") String bootstrap,
            @Value("${dutyledger.kafka.topic-replication}") short replication) {
        return new KafkaEvaluations(bootstrap, replication);
    }

    @Bean
    IntakeStatus intake(ScoringStores stores) {
        return new IntakeStatus(stores);
    }

    @Bean
    Projection projection(
            ScoringStores stores, KnownFrameworks frameworks, EvaluationPublisher publisher, ProgressHub hub) {
        return new Projection(stores::refreshed, frameworks, publisher, hub);
    }

    @Bean
    AuditFeed auditFeed(@Value("${dutyledger.submission-url}") String submissionUrl, ServiceToken token) {
        return new HttpAuditFeed(submissionUrl, token);
    }

    @Bean
    IntakeLoop intakeLoop(
            @Value("${dutyledger.kafka.bootstrap-servers}") String bootstrap,
            @Value("${dutyledger.scoring.batch}") int batch,
            Projection projection,
            AuditFeed feed,
            IntakeStatus status) {
        return new IntakeLoop(bootstrap, batch, projection, new Sequence(projection, feed), status);
    }

    @Bean
    RebuildDesk rebuildDesk(
            ScoringStores stores,
            KnownFrameworks frameworks,
            EvaluationPublisher publisher,
            AuditFeed feed,
            IntakeLoop loop) {
        return new RebuildDesk(new ScoringRebuild(stores, frameworks, publisher, feed, loop), stores.generations());
    }
}
