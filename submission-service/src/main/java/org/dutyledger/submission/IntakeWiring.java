package org.dutyledger.submission;

import java.security.SecureRandom;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.indicators.files.FrameworkRegistry;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.axon.AppendReceipts;
import org.dutyledger.ledger.axon.TimeOrderedIds;
import org.dutyledger.submission.audit.proof.ComputedReports;
import org.dutyledger.submission.audit.proof.CycleStreams;
import org.dutyledger.submission.framework.Catalogue;
import org.dutyledger.submission.intake.CommandSender;
import org.dutyledger.submission.intake.RecentAggregates;
import org.dutyledger.submission.intake.RisingClock;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.dutyledger.submission.intake.request.Request;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.ItemFold;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The intake and the views, put together. */
@Configuration(proxyBeanMethods = false)
class IntakeWiring {

    @Bean
    FrameworkRegistry<Catalogue> frameworks(SubmissionSettings settings) {
        return new FrameworkRegistry<>(
                FrameworkFiles.named(settings.frameworks()).stream()
                        .map(file -> new Catalogue(file.framework()))
                        .toList(),
                Catalogue::framework);
    }

    @Bean
    CycleDirectory cycleDirectory(Ledger ledger, FrameworkRegistry<Catalogue> frameworks) {
        return new CycleDirectory(ledger, frameworks, System::nanoTime);
    }

    @Bean
    ItemFold itemFold(Ledger ledger) {
        return new ItemFold(ledger);
    }

    @Bean
    TimeOrderedIds timeOrderedIds(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Bean
    CommandSender commandSender(CommandBus bus, AppendReceipts receipts, RecentAggregates recent) {
        return new CommandSender(bus, receipts, recent);
    }

    @Bean
    Request.Situation situation(
            CycleDirectory cycles,
            FrameworkRegistry<Catalogue> frameworks,
            ItemFold items,
            CycleStreams streams,
            ComputedReports reports) {
        return new Request.Situation(cycles, frameworks, items, streams, reports);
    }

    @Bean
    SubmissionIntake submissionIntake(
            Ledger ledger, CommandSender sender, Request.Situation situation, IntakeClock time) {
        return new SubmissionIntake(ledger, sender, situation, time.ids(), time.clock());
    }

    @Bean
    IntakeClock intakeClock(TimeOrderedIds ids, Clock clock, Ledger ledger) {
        return new IntakeClock(ids, new RisingClock(clock, ledger));
    }

    /** Source of the ids and times of events and commits. */
    record IntakeClock(TimeOrderedIds ids, RisingClock clock) {}
}
