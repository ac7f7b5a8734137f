package org.dutyledger.submission.framework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.jspecify.annotations.Nullable;

/** A framework with an index: knows for each item id its holder and its rules, without scanning. Immutable. */
public final class Catalogue {
    private final Framework framework;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> placeholders = new HashSet<>();

    public Catalogue(Framework framework) {
        this.framework = framework;
        for (EvidenceHolder holder : framework.holders()) {
            for (FigureSpec figure : holder.figures()) {
                entries.put(figure.id(), new Entry(figure.id(), holder.id(), figure, null));
                placeholders.add(figure.id());
            }
            for (NarrativeSlot slot : holder.slots()) {
                entries.put(slot.id(), new Entry(slot.id(), holder.id(), null, slot));
            }
            if (holder instanceof Indicator indicator) {
                for (MeasureSpec measure : indicator.measures()) {
                    placeholders.add(measure.id());
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

    /** Whether a narrative may name it between double braces: every figure and every measure. */
    public boolean isPlaceholder(String id) {
        return placeholders.contains(id);
    }

    /** The known id that differs least from a mistyped one, or null when none is near. */
    public @Nullable String nearest(String mistyped) {
        String best = null;
        int least = Math.max(2, mistyped.length() / 4);
        for (String id : entries.keySet()) {
            int distance = EditDistance.between(mistyped, id, least + 1);
            if (distance < least || (distance == least && (best == null || id.compareTo(best) < 0))) {
                best = id;
                least = distance;
            }
        }
        return best;
    }

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
