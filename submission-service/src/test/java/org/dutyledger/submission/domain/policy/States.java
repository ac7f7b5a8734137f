package org.dutyledger.submission.domain.policy;

import org.dutyledger.document.record.ItemState;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.Items;

/** States as accepted items leave them. */
final class States {
    private States() {}

    static ItemState submitted(ItemRequest request) {
        return after(ItemState.NOTHING, request);
    }

    static ItemState after(ItemState before, ItemRequest request) {
        ItemContext context = PolicyTest.context(request, Items.terms(), before, false);
        return before.after(ItemEvents.of(context, "c", "s"));
    }
}
