package org.dutyledger.submission.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredEvent;

/** Knows how the items of a cycle stand, by folding the streams of its indicators and sections at every question. */
public final class ItemFold {
    private static final int PAGE = 500;
    private final Ledger ledger;

    public ItemFold(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The items of these organisations, in the order of the framework's holders and of first submission. */
    public List<ItemView> items(CycleView cycle, Set<String> organisations) {
        List<ItemView> all = new ArrayList<>();
        for (EvidenceHolder holder : cycle.catalogue().framework().holders()) {
            all.addAll(holder(stream(cycle.cycle(), holder.id()), organisations));
        }
        return all;
    }

    /**
     * How an organisation's item stood at a position.
     *
     * @param holder the indicator or section that has it
     * @return empty when the event at that position is not about the item
     */
    public Optional<ItemView> at(String cycle, String holder, String item, String organisation, long position) {
        ItemView view = null;
        long next = 0;
        List<StoredEvent> page;
        do {
            page = ledger.readStream(stream(cycle, holder), next, PAGE);
            for (StoredEvent stored : page) {
                next = stored.sequence() + 1;
                RecordedEvent recorded = RecordedEvent.decode(stored.position(), null, stored.data());
                if (stored.position() <= position
                        && recorded.event() instanceof ItemEvent event
                        && event.item().equals(item)
                        && event.organisation().equals(organisation)) {
                    view = ItemView.fold(view, recorded, event);
                }
            }
        } while (page.size() == PAGE);
        return Optional.ofNullable(view).filter(last -> last.position() == position);
    }

    private static String stream(String cycle, String holder) {
        return "evidence/" + cycle + "/" + holder;
    }

    private List<ItemView> holder(String stream, Set<String> organisations) {
        Map<Key, ItemView> items = new LinkedHashMap<>();
        long next = 0;
        List<StoredEvent> page;
        do {
            page = ledger.readStream(stream, next, PAGE);
            for (StoredEvent stored : page) {
                next = stored.sequence() + 1;
                RecordedEvent recorded = RecordedEvent.decode(stored.position(), null, stored.data());
                if (recorded.event() instanceof ItemEvent event && organisations.contains(event.organisation())) {
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
