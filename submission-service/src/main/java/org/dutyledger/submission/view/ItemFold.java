package org.dutyledger.submission.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredEvent;

/** Computes the state of a cycle's items, by folding the streams of its indicators and sections at every query. */
public final class ItemFold {
    private static final int PAGE = 500;
    private final LedgerReader ledger;

    public ItemFold(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The items of these organisations, in the order of the framework's holders and of first submission. */
    public List<ItemView> items(CycleView cycle, Set<String> organisations) {
        List<ItemView> all = new ArrayList<>();
        for (EvidenceHolder holder : cycle.catalogue().framework().holders()) {
            all.addAll(fold(
                    cycle.cycle(), holder.id(), Long.MAX_VALUE, event -> organisations.contains(event.organisation())));
        }
        return all;
    }

    /**
     * The state of an organisation's item at a position.
     *
     * @param holder the item's indicator or section
     * @return empty when the event at that position is not about the item
     */
    public Optional<ItemView> at(String cycle, String holder, String item, String organisation, long position) {
        return fold(
                        cycle,
                        holder,
                        position,
                        event -> event.item().equals(item)
                                && event.organisation().equals(organisation))
                .stream()
                .filter(last -> last.position() == position)
                .findFirst();
    }

    /** Items by the events of a stream up to a position. */
    private List<ItemView> fold(String cycle, String holder, long upTo, Predicate<ItemEvent> which) {
        Map<Key, ItemView> items = new LinkedHashMap<>();
        long next = 0;
        List<StoredEvent> page;
        do {
            page = ledger.readStream(Streams.evidence(cycle, holder), next, PAGE);
            for (StoredEvent stored : page) {
                if (stored.position() > upTo) {
                    return List.copyOf(items.values());
                }
                next = stored.sequence() + 1;
                RecordedEvent recorded = RecordedEvent.decode(stored.position(), null, stored.data());
                if (recorded.event() instanceof ItemEvent event && which.test(event)) {
                    items.compute(
                            new Key(event.item(), event.organisation()),
                            (key, before) -> ItemView.fold(before, recorded, event));
                }
            }
        } while (page.size() == PAGE);
        return List.copyOf(items.values());
    }

    private record Key(String item, String organisation) {}
}
