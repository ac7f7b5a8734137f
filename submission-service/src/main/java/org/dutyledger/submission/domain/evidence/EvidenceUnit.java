package org.dutyledger.submission.domain.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.Streams;

/**
 * The aggregates that one unit of work touches. They are loaded, and so locked, in the order of their streams: two
 * submissions over the same indicators can never wait for each other in a circle.
 */
final class EvidenceUnit {
    private final Map<String, Aggregate<IndicatorEvidence>> byHolder = new HashMap<>();

    EvidenceUnit(Repository<IndicatorEvidence> repository, String cycle, Collection<String> holders) {
        for (String holder : new TreeSet<>(holders)) {
            byHolder.put(holder, repository.load(Streams.evidence(cycle, holder)));
        }
    }

    ItemState item(String holder, String item, String organisation) {
        return of(holder).invoke(evidence -> evidence.item(item, organisation));
    }

    /** Whether there are other events about an item than its author had seen. */
    boolean isChanged(Seen seen, String holder, String item, String organisation) {
        return of(holder).invoke(evidence -> evidence.events(item, organisation)) != seen.events();
    }

    boolean isLocked(String holder) {
        return of(holder).invoke(IndicatorEvidence::isLocked);
    }

    /** Applies events in their order in the ledger. */
    void record(List<? extends EvidenceEvent> events) {
        for (EvidenceEvent event : events) {
            of(event.indicator()).execute(evidence -> evidence.record(event));
        }
    }

    private Aggregate<IndicatorEvidence> of(String holder) {
        Aggregate<IndicatorEvidence> aggregate = byHolder.get(holder);
        if (aggregate == null) {
            throw new IllegalStateException("indicator " + holder + " is not part of this unit of work");
        }
        return aggregate;
    }
}
