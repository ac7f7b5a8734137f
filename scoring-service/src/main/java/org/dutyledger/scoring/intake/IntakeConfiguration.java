package org.dutyledger.scoring.intake;

import java.time.Duration;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.follow.Misfits;
import org.dutyledger.kit.ServiceToken;
import org.dutyledger.kit.projection.RebuildController;
import org.dutyledger.kit.projection.RebuildCoordinator;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.intake.publish.EvaluationsTopic;
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
    EvaluationsTopic evaluationsTopic(
            @Value("${dutyledger.kafka.bootstrap-servers}") String bootstrap,
            @Value("${dutyledger.kafka.topic-replication}") short replication) {
        return new EvaluationsTopic(bootstrap, replication);
    }

    @Bean
    KafkaEvaluations evaluationPublisher(
            @Value("${dutyledger.kafka.bootstrap-servers}") String bootstrap, EvaluationsTopic topic) {
        return new KafkaEvaluations(bootstrap, topic);
    }

    @Bean
    Announcement announcement(ScoringStores stores, EvaluationsTopic topic, EvaluationPublisher publisher) {
        return new Announcement(stores, topic, publisher);
    }

    @Bean
    Misfits misfits() {
        return new Misfits();
    }

    @Bean
    IntakeStatus intake(ScoringStores stores, Misfits misfits) {
        return new IntakeStatus(stores, misfits);
    }

    @Bean
    Projection projection(
            ScoringStores stores, KnownFrameworks frameworks, EvaluationPublisher publisher, ProgressHub hub) {
        return new Projection(stores::refreshed, frameworks, publisher, hub);
    }

    @Bean
    LedgerFeed auditFeed(@Value("${dutyledger.submission-url}") String submissionUrl, ServiceToken token) {
        return new HttpLedgerFeed(submissionUrl, token);
    }

    @Bean
    IntakeLoop intakeLoop(
            @Value("${dutyledger.kafka.bootstrap-servers}") String bootstrap,
            @Value("${dutyledger.scoring.batch}") int batch,
            Projection projection,
            LedgerFeed feed,
            Announcement announcement,
            IntakeStatus status) {
        LedgerFollower follower =
                new LedgerFollower(feed, new FoldedEvents(projection), status.misfits(), System::nanoTime);
        return new IntakeLoop(bootstrap, batch, new IntakeLoop.Work(projection, follower, announcement), status);
    }

    @Bean
    RebuildCoordinator.Checks checks(
            @Value("${dutyledger.scoring.first-check}") Duration first,
            @Value("${dutyledger.scoring.check-every}") Duration every) {
        return new RebuildCoordinator.Checks(first, every);
    }

    @Bean
    RebuildCoordinator rebuildCoordinator(
            ScoringStores stores,
            KnownFrameworks frameworks,
            EvaluationPublisher publisher,
            LedgerFeed feed,
            IntakeLoop loop,
            RebuildCoordinator.Checks checks) {
        return new RebuildCoordinator(
                new ScoringRebuild(stores, frameworks, publisher, feed, loop), stores.generations(), checks);
    }
}
