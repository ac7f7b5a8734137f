package org.dutyledger.submission.audit.fold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.submission.audit.fold.EvidenceState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Changes of an indicator's evidence between two moments.
 *
 * @param items every item that an event between touched, in the order of the first such event
 * @param others events between that are about no item
 */
public record Difference(Phase before, Phase after, List<Change> items, List<RecordedEvent> others) {

    /**
     * One item.
     *
     * @param before null where it did not exist yet
     * @param causes the events between, in order; at least one
     */
    public record Change(ItemKey key, @Nullable ItemHistory before, ItemHistory after, List<RecordedEvent> causes) {
        public Change {
            causes = List.copyOf(causes);
        }
    }

    public Difference {
        items = List.copyOf(items);
        others = List.copyOf(others);
    }

    /** The difference of two prefixes of one stream, of which the first is the shorter. */
    public static Difference between(List<RecordedEvent> earlier, List<RecordedEvent> later) {
        EvidenceState before = EvidenceState.fold(earlier);
        EvidenceState after = EvidenceState.fold(later);
        Map<ItemKey, List<RecordedEvent>> causes = new LinkedHashMap<>();
        List<RecordedEvent> others = new ArrayList<>();
        for (RecordedEvent recorded : later.subList(earlier.size(), later.size())) {
            if (recorded.event() instanceof ItemEvent event) {
                causes.computeIfAbsent(ItemKey.of(event), key -> new ArrayList<>())
                        .add(recorded);
            } else {
                others.add(recorded);
            }
        }
        List<Change> changes = new ArrayList<>();
        causes.forEach((key, events) -> {
            ItemHistory standing = after.items().get(key);
            if (standing != null) {
                changes.add(new Change(key, before.items().get(key), standing, events));
            }
        });
        return new Difference(before.phase(), after.phase(), changes, others);
    }
}
