package org.dutyledger.submission.intake.request;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.domain.evidence.Seen;
import org.dutyledger.submission.view.CycleView;
import org.dutyledger.submission.view.ItemFold;
import org.dutyledger.submission.view.ItemView;
import org.jspecify.annotations.Nullable;

/** Finds out what the caller of a request had seen of its items, from the positions that it names. */
final class SeenItems {
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final ItemFold items;
    private final CycleView cycle;
    private final Map<Integer, Seen> byIndex = new HashMap<>();

    SeenItems(ItemFold items, CycleView cycle) {
        this.items = items;
        this.cycle = cycle;
    }

    /**
     * Takes one item; an unknown one is left to the domain.
     *
     * @param position null when the caller does not say
     * @throws Problem 422 {@code INVALID_FIELD} when that is not the position of an event about the item
     */
    void add(int index, String item, String organisation, @Nullable String position) {
        FrameworkIndex.Entry entry = cycle.catalogue().find(item);
        if (position == null || entry == null) {
            return;
        }
        ItemView then = POSITION.matcher(position).matches()
                ? items.at(cycle.cycle(), entry.holder(), item, organisation, Long.parseLong(position))
                        .orElse(null)
                : null;
        if (then == null) {
            throw new Problem(
                    422,
                    "INVALID_FIELD",
                    "items[" + index + "].seen: expected the 'position' that the item was shown with");
        }
        String value = then.value() != null ? then.value() : then.text() != null ? then.text() : "";
        byIndex.put(index, new Seen(then.events(), value));
    }

    Map<Integer, Seen> byIndex() {
        return byIndex;
    }
}
