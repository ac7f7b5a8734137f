package org.dutyledger.submission.audit.fold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.submission.view.ItemView;
import org.jspecify.annotations.Nullable;

/**
 * The state of one organisation's item, and its values for earlier days. Immutable.
 *
 * @param now as last recorded
 * @param earlier values for earlier days than that of {@code now}, the latest first; a value that is replaced for its
 *     own day or withdrawn is not among them, nor one whose day alone was corrected: the day was a slip
 */
public record ItemHistory(Version now, List<Version> earlier) {

    /**
     * A value, with its review.
     *
     * @param day from which on it holds; null for a value without a time
     * @param setBy the event that set or withdrew the value; of an item without value the first about it
     * @param last the last event about it
     */
    public record Version(ItemView view, @Nullable LocalDate day, RecordedEvent setBy, RecordedEvent last) {
        private boolean holdsBefore(LocalDate other) {
            return day != null && day.isBefore(other);
        }
    }

    public ItemHistory {
        earlier = List.copyOf(earlier);
    }

    static ItemHistory after(@Nullable ItemHistory before, RecordedEvent recorded, ItemEvent event) {
        ItemView view = ItemView.fold(before == null ? null : before.now.view, recorded, event);
        if (!changesValue(event)) {
            Version same = before == null ? new Version(view, null, recorded, recorded) : before.now;
            return new ItemHistory(
                    new Version(view, same.day, same.setBy, recorded), before == null ? List.of() : before.earlier);
        }
        LocalDate day = EffectiveDay.of(event);
        Version now = new Version(view, day, recorded, recorded);
        return new ItemHistory(now, before == null || day == null ? List.of() : before.keptBefore(day, event));
    }

    /** The value that held on a day, or null when there was none yet. A value without a time holds on every day. */
    public @Nullable Version on(LocalDate date) {
        if (now.day == null || !now.day.isAfter(date)) {
            return now;
        }
        return earlier.stream()
                .filter(version -> version.day != null && !version.day.isAfter(date))
                .findFirst()
                .orElse(null);
    }

    private List<Version> keptBefore(LocalDate day, ItemEvent next) {
        List<Version> kept = new ArrayList<>();
        if (now.holdsBefore(day) && !isSameNumber(now.setBy.event(), next)) {
            kept.add(now);
        }
        earlier.stream().filter(version -> version.holdsBefore(day)).forEach(kept::add);
        return kept;
    }

    private static boolean isSameNumber(DutyEvent one, ItemEvent other) {
        return one instanceof FigureSet a
                && other instanceof FigureSet b
                && a.value().compareTo(b.value()) == 0
                && a.basis() == b.basis();
    }

    private static boolean changesValue(ItemEvent event) {
        return !(event instanceof EvidenceAttached || event instanceof ItemReturned || event instanceof ItemAccepted);
    }
}
