package org.dutyledger.submission.audit.fold;

import org.dutyledger.events.EvidenceEvent.ItemEvent;

/** One item of one organisation. */
public record ItemKey(String item, String organisation) {
    static ItemKey of(ItemEvent event) {
        return new ItemKey(event.item(), event.organisation());
    }
}
