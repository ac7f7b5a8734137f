package org.dutyledger.submission.domain.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.IndicatorLocked;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.cycle.CycleCommand.CloseCycle;
import org.dutyledger.submission.domain.cycle.CycleCommand.OpenCycle;
import org.dutyledger.submission.domain.cycle.CycleCommand.RecordReport;
import org.dutyledger.submission.domain.cycle.CycleCommand.RegisterOrganisations;
import org.dutyledger.submission.domain.evidence.IndicatorEvidence;
import org.dutyledger.submission.framework.Catalogue;

/**
 * Handles what the office does with a cycle. Opening and closing also touch every indicator and section, in the same
 * commit, so that each of them holds its own state of being open.
 */
public final class CycleCommandHandler {
    private final Repository<Cycle> cycles;
    private final Repository<IndicatorEvidence> evidence;

    public CycleCommandHandler(Repository<Cycle> cycles, Repository<IndicatorEvidence> evidence) {
        this.cycles = cycles;
        this.evidence = evidence;
    }

    @CommandHandler
    public Decision handle(OpenCycle command) throws Exception {
        Decision decision = CycleDecisions.open(command);
        if (!(decision instanceof Decision.Accepted accepted)) {
            return decision;
        }
        List<DutyEvent> events = new ArrayList<>(accepted.events());
        CycleOpened opened = (CycleOpened) events.get(0);
        cycles.newInstance(() -> Cycle.open(opened));
        for (String holder : holders(command.catalogue())) {
            IndicatorOpened event = new IndicatorOpened(command.cycle(), holder);
            evidence.newInstance(() -> IndicatorEvidence.open(event));
            events.add(event);
        }
        return new Decision.Accepted(events);
    }

    @CommandHandler
    public Decision handle(RegisterOrganisations command) {
        return decide(command, CycleDecisions::register);
    }

    @CommandHandler
    public Decision handle(RecordReport command) {
        return decide(command, CycleDecisions::issue);
    }

    @CommandHandler
    public Decision handle(CloseCycle command) {
        Decision decision = decide(command, CycleDecisions::close);
        if (!(decision instanceof Decision.Accepted accepted)) {
            return decision;
        }
        List<DutyEvent> events = new ArrayList<>(accepted.events());
        for (String holder : holders(command.catalogue())) {
            IndicatorLocked event = new IndicatorLocked(command.cycle(), holder);
            evidence.load(Streams.evidence(command.cycle(), holder)).execute(one -> one.record(event));
            events.add(event);
        }
        return new Decision.Accepted(events);
    }

    private <C extends CycleCommand> Decision decide(C command, BiFunction<CycleAggregateState, C, Decision> rule) {
        Aggregate<Cycle> cycle = cycles.load(Streams.cycle(command.cycle()));
        Decision decision = rule.apply(cycle.invoke(Cycle::state), command);
        if (decision instanceof Decision.Accepted accepted) {
            List<CycleEvent> events =
                    accepted.events().stream().map(CycleEvent.class::cast).toList();
            cycle.execute(one -> one.record(events));
        }
        return decision;
    }

    /** In the order of their streams: the order in which everyone takes the locks. */
    private static List<String> holders(Catalogue catalogue) {
        return List.copyOf(new TreeSet<>(
                catalogue.framework().holders().stream().map(EvidenceHolder::id).toList()));
    }
}
