package org.dutyledger.submission.framework;

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

/** A framework with an index: knows for each item id its holder and its rules, without scanning. Immutable. */
public final class Catalogue {
    private final Framework framework;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Placeholder> placeholders = new HashMap<>();

    public Catalogue(Framework framework) {
        this.framework = framework;
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

    public Framework framework() {
        return framework;
    }

    /** The item with that id, or null when the framework has none. */
    public @Nullable Entry find(String item) {
        return entries.get(item);
    }

    /** What stands for an id between double braces in a narrative; null when that is no figure and no measure. */
    public @Nullable Placeholder placeholder(String id) {
        return placeholders.get(id);
    }

    /** The placeholder that differs least from a mistyped one, or null when none is near. */
    public @Nullable String nearestPlaceholder(String mistyped) {
        return nearest(mistyped, placeholders.keySet());
    }

    /** The known id that differs least from a mistyped one, or null when none is near. */
    public @Nullable String nearest(String mistyped) {
        return nearest(mistyped, entries.keySet());
    }

    private static @Nullable String nearest(String mistyped, Set<String> ids) {
        String best = null;
        int least = Math.max(2, mistyped.length() / 4);
        for (String id : ids) {
            int distance = EditDistance.between(mistyped, id, least + 1);
            if (distance < least || (distance == least && (best == null || id.compareTo(best) < 0))) {
                best = id;
                least = distance;
            }
        }
        return best;
    }

    /**
     * A figure or measure that a narrative can name.
     *
     * @param unit of its number; null for a text
     * @param lowerBound whether 余 may stand between number and unit
     */
    public record Placeholder(@Nullable Unit unit, boolean lowerBound) {}

    /**
     * One item: either a figure (also facts and claims) or a narrative slot.
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
    }
}
