package org.dutyledger.submission.domain.evidence;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.IndicatorLocked;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.Streams;

/**
 * Aggregate: the evidence of one indicator or section in one cycle. It knows what every organisation submitted,
 * corrected, withdrew, got returned or accepted, and whether it is locked. The shell only holds state; what may happen
 * is decided by pure functions over {@link ItemState}.
 */
public class IndicatorEvidence {
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init") // Axon sets it through the first event
    private String stream;

    private boolean locked;
    private final Map<Key, ItemState> items = new HashMap<>();
    private final Map<Key, Integer> events = new HashMap<>();

    /** For Axon, which builds it empty and replays. */
    protected IndicatorEvidence() {}

    /** Opens the evidence of one holder; part of opening its cycle. */
    public static IndicatorEvidence open(IndicatorOpened event) {
        IndicatorEvidence opened = new IndicatorEvidence();
        apply(event);
        return opened;
    }

    /** The state of an organisation's item. */
    public ItemState item(String item, String organisation) {
        return items.getOrDefault(new Key(item, organisation), ItemState.NOTHING);
    }

    /** How many events about an organisation's item there are so far. */
    public int events(String item, String organisation) {
        return events.getOrDefault(new Key(item, organisation), 0);
    }

    /** Whether it takes no more evidence. */
    public boolean isLocked() {
        return locked;
    }

    /** Makes a decided event part of this aggregate; it becomes a fact when the unit of work commits. */
    public void record(EvidenceEvent event) {
        apply(event);
    }

    @EventSourcingHandler
    void on(EvidenceEvent event) {
        if (event instanceof ItemEvent set) {
            Key key = new Key(set.item(), set.organisation());
            items.merge(key, ItemState.NOTHING.after(set), (before, ignored) -> before.after(set));
            events.merge(key, 1, Integer::sum);
        } else if (event instanceof IndicatorOpened) {
            stream = Streams.evidence(event.cycle(), event.indicator());
        } else if (event instanceof IndicatorLocked) {
            locked = true;
        }
    }

    private record Key(String item, String organisation) {}
}
