package org.dutyledger.submission.domain.cycle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.CycleEvent.CycleClosed;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.CycleEvent.ReportIssued;

/** A cycle as the events so far left it. Immutable. */
record CycleAggregateState(boolean closed, Map<String, CycleCommand.Organisation> organisations, Set<String> reports) {
    static final CycleAggregateState NONE = new CycleAggregateState(false, Map.of(), Set.of());

    CycleAggregateState {
        organisations = Map.copyOf(organisations);
        reports = Set.copyOf(reports);
    }

    CycleAggregateState after(CycleEvent event) {
        if (event instanceof OrganisationRegistered one) {
            Map<String, CycleCommand.Organisation> more = new HashMap<>(organisations);
            more.put(one.organisation(), new CycleCommand.Organisation(one.organisation(), one.name(), one.roles()));
            return new CycleAggregateState(closed, more, reports);
        }
        if (event instanceof ReportIssued issued) {
            Set<String> more = new HashSet<>(reports);
            more.add(issued.report());
            return new CycleAggregateState(closed, organisations, more);
        }
        return event instanceof CycleClosed ? new CycleAggregateState(true, organisations, reports) : this;
    }
}
