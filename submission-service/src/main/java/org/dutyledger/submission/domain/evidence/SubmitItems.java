package org.dutyledger.submission.domain.evidence;

import java.util.List;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.Terms;

/**
 * A submission (报送): an atomic set of items of one organisation.
 *
 * @param submission id stamped at the door
 */
public record SubmitItems(String cycle, String submission, Terms terms, List<ItemRequest> items, boolean dryRun)
        implements DutyCommand {
    public SubmitItems {
        items = List.copyOf(items);
    }
}
