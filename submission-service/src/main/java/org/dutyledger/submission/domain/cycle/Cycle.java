package org.dutyledger.submission.domain.cycle;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.Streams;

/** Aggregate: an evaluation cycle. The shell only holds state; {@link CycleDecisions} decides, {@link CycleAggregateState} evolves. */
public class Cycle {
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon sets it through the first event
    private String stream;

    private CycleAggregateState state = CycleAggregateState.NONE;

    /** For Axon, which builds it empty and replays. */
    protected Cycle() {}

    static Cycle open(CycleEvent.CycleOpened event) {
        Cycle cycle = new Cycle();
        apply(event);
        return cycle;
    }

    CycleAggregateState state() {
        return state;
    }

    void record(List<? extends CycleEvent> events) {
        events.forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(CycleEvent event) {
        stream = Streams.cycle(event.cycle());
        state = state.after(event);
    }
}
