package org.dutyledger.submission.domain.evidence;

import java.util.List;
import java.util.Map;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's review: an atomic set of items, each accepted or returned.
 *
 * @param review id stamped on entry
 * @param seen the state that the supervisor had seen, by the item's index; absent for an item that is reviewed in any
 *     state
 */
public record ReviewItems(String cycle, String review, Catalogue catalogue, List<Item> items, Map<Integer, Seen> seen)
        implements DutyCommand {
    public ReviewItems {
        items = List.copyOf(items);
        seen = Map.copyOf(seen);
    }

    @Override
    public boolean dryRun() {
        return false;
    }

    /** One item under review. */
    public record Item(
            String item,
            String organisation,
            Verdict decision,
            @Nullable String reason) {}

    /** The supervisor's decision. */
    public enum Verdict {
        ACCEPT,
        RETURN
    }
}
