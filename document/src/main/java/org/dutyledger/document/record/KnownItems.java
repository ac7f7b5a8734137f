package org.dutyledger.document.record;

import java.util.Objects;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.indicators.item.FrameworkIndex.Entry;
import org.jspecify.annotations.Nullable;

/** Demands that items are recorded as the framework has them. */
public final class KnownItems {
    private KnownItems() {}

    /**
     * The item, which is recorded under its indicator or section.
     *
     * @throws IllegalArgumentException when the framework does not have it there
     */
    public static Entry require(FrameworkIndex index, String item, String holder, long position) {
        Entry entry = index.find(item);
        if (entry == null || !entry.holder().equals(holder)) {
            throw new IllegalArgumentException(place(item, position) + " is recorded under " + holder
                    + ", the framework has it " + (entry == null ? "nowhere" : "under " + entry.holder()));
        }
        return entry;
    }

    /**
     * Demands that an item is a number in its unit, or a text.
     *
     * @param unit of the number, or null for a text
     * @throws IllegalArgumentException otherwise
     */
    public static void requireUnit(Entry entry, @Nullable String unit, long position) {
        if (!Objects.equals(unit, entry.unit())) {
            throw new IllegalArgumentException(
                    place(entry.id(), position) + " is " + kind(unit) + ", the framework has " + kind(entry.unit()));
        }
    }

    private static String place(String item, long position) {
        return "item " + item + " at position " + position;
    }

    private static String kind(@Nullable String unit) {
        return unit == null ? "a text" : unit.isEmpty() ? "a number without a unit" : "a number in " + unit;
    }
}
