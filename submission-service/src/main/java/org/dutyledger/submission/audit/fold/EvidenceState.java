package org.dutyledger.submission.audit.fold;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.events.EvidenceEvent.IndicatorLocked;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An indicator's or section's evidence at a moment: a pure function of the events known by then. Immutable.
 *
 * @param phase whether it took evidence
 * @param items in the order of their first event
 * @param last the last event that is in here, or null when there was none yet
 */
public record EvidenceState(
        Phase phase,
        Map<ItemKey, ItemHistory> items,
        @Nullable RecordedEvent last) {

    /** Whether evidence is taken. */
    public enum Phase {
        /** Not yet: the cycle is not open. */
        ABSENT,
        OPEN,
        LOCKED
    }

    public EvidenceState {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /** The fold of a stream's first events, in order. */
    public static EvidenceState fold(List<RecordedEvent> events) {
        Phase phase = Phase.ABSENT;
        Map<ItemKey, ItemHistory> items = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ItemEvent event) {
                items.compute(ItemKey.of(event), (key, before) -> ItemHistory.after(before, recorded, event));
            } else if (recorded.event() instanceof IndicatorOpened) {
                phase = Phase.OPEN;
            } else if (recorded.event() instanceof IndicatorLocked) {
                phase = Phase.LOCKED;
            }
        }
        return new EvidenceState(phase, items, events.isEmpty() ? null : events.get(events.size() - 1));
    }
}
