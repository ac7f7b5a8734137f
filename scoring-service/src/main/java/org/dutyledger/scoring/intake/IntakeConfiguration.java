package org.dutyledger.scoring.intake;

import org.dutyledger.kit.ServiceToken;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.intake.publish.KafkaEvaluations;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    KafkaEvaluations evaluationPublisher(
            @Value("${dutyledger.kafka.bootstrap-servers}") String bootstrap,
            @Value("${dutyledger.kafka.topic-replication}") short replication) {
        return new KafkaEvaluations(bootstrap, replication);
    }

    @Bean
    IntakeStatus intake(ScoringStore store) {
        return new IntakeStatus(store);
    }

    @Bean
    Projection projection(
            ScoringStore store, KnownFrameworks frameworks, EvaluationPublisher publisher, ProgressHub hub) {
        return new Projection(store, frameworks, publisher, hub);
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
}
