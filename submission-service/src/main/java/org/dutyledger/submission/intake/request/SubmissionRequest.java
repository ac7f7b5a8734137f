package org.dutyledger.submission.intake.request;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.evidence.SubmitItems;
import org.dutyledger.submission.domain.item.SubmissionContext;
import org.dutyledger.submission.view.CycleView;
import org.jspecify.annotations.Nullable;

/** A submission (报送) through any endpoint. */
public record SubmissionRequest(String cycle, String organisation, List<ItemBody> items, boolean dryRun)
        implements Request {
    private static final int MAX_ITEMS = 500;

    /** The HTTP body; the cycle is in the path. */
    public record Body(
            @Nullable String organisation, @Nullable List<@Nullable ItemBody> items) {
        /** Completes it to a request. */
        public SubmissionRequest in(String cycle, boolean dryRun) {
            return new SubmissionRequest(
                    cycle, Form.text(organisation, "organisation"), Form.list(items, "items", MAX_ITEMS), dryRun);
        }
    }

    @Override
    public String kind() {
        return "SubmissionRequest";
    }

    @Override
    public DutyCommand command(Stamp stamp, Situation situation) {
        CycleView view = situation.cycles().requireFor(organisation, cycle);
        CycleView.Organisation one = view.organisations().get(organisation);
        Set<String> roles = one == null ? Set.of() : Set.copyOf(one.roles());
        SeenItems seen = new SeenItems(situation.items(), view);
        for (int index = 0; index < items.size(); index++) {
            seen.add(
                    index,
                    items.get(index).item(),
                    organisation,
                    items.get(index).seen());
        }
        return new SubmitItems(
                cycle,
                stamp.id(),
                new SubmissionContext(view.catalogue(), organisation, roles, view.deadline(), stamp.now()),
                IntStream.range(0, items.size())
                        .mapToObj(i -> items.get(i).toRequest(i))
                        .toList(),
                seen.byIndex(),
                dryRun);
    }
}
