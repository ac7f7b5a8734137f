package org.dutyledger.indicators.item;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Unit;
import org.jspecify.annotations.Nullable;

/** The items of a framework, and what its narratives can name, each by its id without a scan. Immutable. */
public final class FrameworkIndex {
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Placeholder> placeholders = new HashMap<>();

    /** Indexes a framework. */
    public FrameworkIndex(Framework framework) {
        for (EvidenceHolder holder : framework.holders()) {
            for (FigureSpec figure : holder.figures()) {
                entries.put(figure.id(), new Entry(figure.id(), holder.id(), figure, null));
                boolean number = figure.kind() == FigureSpec.Kind.NUMBER;
                placeholders.put(figure.id(), new Placeholder(number ? figure.unit() : null, figure.lowerBound()));
            }
            for (NarrativeSlot slot : holder.slots()) {
                entries.put(slot.id(), new Entry(slot.id(), holder.id(), null, slot));
            }
            if (holder instanceof Indicator indicator) {
                for (MeasureSpec measure : indicator.measures()) {
                    placeholders.putIfAbsent(measure.id(), new Placeholder(measure.unit(), false));
                }
            }
        }
    }

    /** The item with that id, or null when the framework has none. */
    public @Nullable Entry find(String item) {
        return entries.get(item);
    }

    /** The figure or measure that an id between double braces names, or null when it names none. */
    public @Nullable Placeholder placeholder(String id) {
        return placeholders.get(id);
    }

    /** Ids of all items. */
    public Set<String> items() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** Ids that a narrative can name. */
    public Set<String> placeholders() {
        return Collections.unmodifiableSet(placeholders.keySet());
    }

    /**
     * A figure or measure that a narrative can name.
     *
     * @param unit of its number; null for a text
     * @param lowerBound whether 余 may be written between number and unit
     */
    public record Placeholder(@Nullable Unit unit, boolean lowerBound) {}

    /**
     * One item: either a figure (also a fact or claim) or a narrative slot.
     *
     * @param holder id of the indicator or section that owns it
     */
    public record Entry(
            String id,
            String holder,
            @Nullable FigureSpec figure,
            @Nullable NarrativeSlot slot) {
        /** Roles that may submit it. */
        public Set<String> submitters() {
            if (figure != null) {
                return figure.submitters();
            }
            return slot == null ? Set.of() : slot.submitters();
        }

        /** Unit of its number as it is written; null for a text. */
        public @Nullable String unit() {
            return figure == null || figure.kind() != FigureSpec.Kind.NUMBER
                    ? null
                    : figure.unit().symbol();
        }
    }
}
