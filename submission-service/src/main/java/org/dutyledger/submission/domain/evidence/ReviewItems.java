package org.dutyledger.submission.domain.evidence;

import java.util.List;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's review: an atomic set of items, each accepted or returned.
 *
 * @param review id stamped at the door
 */
public record ReviewItems(String cycle, String review, Catalogue catalogue, List<Item> items) implements DutyCommand {
    public ReviewItems {
        items = List.copyOf(items);
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

    /** What the supervisor says. */
    public enum Verdict {
        ACCEPT,
        RETURN
    }
}
