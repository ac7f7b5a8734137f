package org.dutyledger.submission.domain.evidence;

import java.util.List;
import java.util.Map;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.SubmissionContext;

/**
 * A submission (报送): an atomic set of items of one organisation.
 *
 * @param submission id stamped on entry
 * @param seen the state that the submitter had seen, by the item's index; absent for an item that is changed in any
 *     state
 */
public record SubmitItems(
        String cycle,
        String submission,
        SubmissionContext terms,
        List<ItemRequest> items,
        Map<Integer, Seen> seen,
        boolean dryRun)
        implements DutyCommand {
    public SubmitItems {
        items = List.copyOf(items);
        seen = Map.copyOf(seen);
    }
}
