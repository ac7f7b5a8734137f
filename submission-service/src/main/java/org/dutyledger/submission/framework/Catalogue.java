package org.dutyledger.submission.framework;

import java.util.Set;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.indicators.item.FrameworkIndex.Entry;
import org.jspecify.annotations.Nullable;

/** A framework with an index: the holder and the rules of each item id, without scanning. Immutable. */
public final class Catalogue {
    private final Framework framework;
    private final FrameworkIndex index;

    public Catalogue(Framework framework) {
        this.framework = framework;
        this.index = new FrameworkIndex(framework);
    }

    public Framework framework() {
        return framework;
    }

    /** The item with that id, or null when the framework has none. */
    public @Nullable Entry find(String item) {
        return index.find(item);
    }

    /** The items and placeholders by their ids. */
    public FrameworkIndex index() {
        return index;
    }

    /** The placeholder that differs least from a mistyped one, or null when none is near. */
    public @Nullable String nearestPlaceholder(String mistyped) {
        return nearest(mistyped, index.placeholders());
    }

    /** The known id that differs least from a mistyped one, or null when none is near. */
    public @Nullable String nearest(String mistyped) {
        return nearest(mistyped, index.items());
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
}
