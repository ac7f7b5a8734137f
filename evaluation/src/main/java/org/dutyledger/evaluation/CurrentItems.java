package org.dutyledger.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The current items of one cycle. When several organisations gave the same item, the value set at the latest position
 * counts; when that one is withdrawn or returned, the one before counts again. Not safe for threads.
 */
public final class CurrentItems {
    private final Map<String, Map<String, Item>> byItem = new HashMap<>();

    /** Replaces what that organisation had under that id. */
    public void put(Item item) {
        byItem.computeIfAbsent(item.item(), id -> new HashMap<>()).put(item.organisation(), item);
    }

    /** The item of one organisation under an id, withdrawn or not. */
    public Optional<Item> of(String item, String organisation) {
        return Optional.ofNullable(byItem.getOrDefault(item, Map.of()).get(organisation));
    }

    /** The value that counts. */
    public Optional<Item> current(String item) {
        return all(item).stream().filter(Item::counts).max(Comparator.comparingLong(Item::setAt));
    }

    /** The values that count, by organisation; more than one where several gave the same item. */
    public List<Item> given(String item) {
        return all(item).stream()
                .filter(Item::counts)
                .sorted(Comparator.comparing(Item::organisation))
                .toList();
    }

    /** The values that were returned and not corrected yet, by organisation. */
    public List<Item> returned(String item) {
        return all(item).stream()
                .filter(Item::returned)
                .sorted(Comparator.comparing(Item::organisation))
                .toList();
    }

    /** Position of the last event about an id, or -1. */
    public long changedAt(String item) {
        return all(item).stream().mapToLong(Item::changedAt).max().orElse(-1);
    }

    private Collection<Item> all(String item) {
        return byItem.getOrDefault(item, Map.of()).values();
    }
}
