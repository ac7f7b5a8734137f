package org.dutyledger.report.intake;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.follow.Misfits;
import org.dutyledger.kit.projection.RebuildController;
import org.dutyledger.kit.projection.RebuildCoordinator;
import org.dutyledger.report.view.CurrentGeneration;
import org.dutyledger.report.view.ReportProjection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the readers of the two topics. */
@Configuration(proxyBeanMethods = false)
@Import(RebuildController.class)
class ReaderConfiguration {
    @Bean
    Misfits misfits() {
        return new Misfits();
    }

    @Bean
    TopicReader evidenceTail(
            KafkaProperties kafka,
            CurrentGeneration copies,
            ReportProjection projection,
            LedgerFeed feed,
            Misfits misfits) {
        EvidenceReader reader = new EvidenceReader(copies::refreshed, feed, misfits, projection::applied);
        return new TopicReader(Topics.EVIDENCE, new KafkaClients(kafka), reader);
    }

    @Bean
    TopicReader evaluationsTail(
            KafkaProperties kafka,
            CurrentGeneration copies,
            ReportProjection projection,
            @Value("${dutyledger.report.skip}") Set<String> skipped) {
        EvaluationReader reader = new EvaluationReader(copies::refreshed, skipped, projection::scored);
        return new TopicReader(Topics.EVALUATIONS, new KafkaClients(kafka), reader);
    }

    @Bean
    RebuildCoordinator.Checks checks(
            @Value("${dutyledger.report.first-check}") Duration first,
            @Value("${dutyledger.report.check-every}") Duration every) {
        return new RebuildCoordinator.Checks(first, every);
    }

    @Bean
    RebuildCoordinator rebuildCoordinator(
            KafkaProperties kafka,
            CurrentGeneration copies,
            LedgerFeed feed,
            List<TopicReader> tails,
            @Value("${dutyledger.report.skip}") Set<String> skipped,
            RebuildCoordinator.Checks checks) {
        ReportRebuild rebuild = new ReportRebuild(copies, feed, new KafkaClients(kafka), tails, skipped);
        return new RebuildCoordinator(rebuild, copies.generations(), checks);
    }

    @Bean
    HealthIndicator intakeHealthIndicator(
            List<TopicReader> tails, Misfits misfits, MongoDatabase database, ReportProjection projection) {
        return new IntakeHealth(tails, misfits, database, projection);
    }
}
