package org.dutyledger.submission.intake.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.evidence.ReviewItems;
import org.dutyledger.submission.domain.evidence.ReviewItems.Verdict;
import org.dutyledger.submission.view.CycleView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A supervisor's review of items. */
public record ReviewRequest(String cycle, List<Item> items) implements Request {
    private static final int MAX_ITEMS = 500;

    /** The HTTP body. */
    public record Body(@Nullable List<@Nullable Item> items) {
        /** Completes it to a request. */
        public ReviewRequest in(String cycle) {
            return new ReviewRequest(cycle, Form.list(items, "items", MAX_ITEMS));
        }
    }

    /**
     * One item under review.
     *
     * @param seen position of the last event about the item that the supervisor knows; another one since is refused
     */
    public record Item(
            @JsonProperty(required = true) String item,
            @JsonProperty(required = true) String organisation,
            @JsonProperty(required = true) Choice decision,
            @Nullable String reason,

            @JsonDeserialize(using = ExactText.class) @Nullable
            String seen) {
        private ReviewItems.Item toCommand() {
            Verdict verdict =
                    Form.present(decision, "items[].decision") == Choice.ACCEPT ? Verdict.ACCEPT : Verdict.RETURN;
            return new ReviewItems.Item(
                    Form.text(item, "items[].item"), Form.text(organisation, "items[].organisation"), verdict, reason);
        }
    }

    enum Choice {
        @JsonProperty("accept")
        ACCEPT,
        @JsonProperty("return")
        RETURN
    }

    @Override
    public String kind() {
        return "ReviewRequest";
    }

    @Override
    public DutyCommand command(Stamp stamp, Situation situation) {
        CycleView view = situation.cycles().require(cycle);
        SeenItems seen = new SeenItems(situation.items(), view);
        for (int index = 0; index < items.size(); index++) {
            Item one = items.get(index);
            seen.add(index, one.item(), one.organisation(), one.seen());
        }
        return new ReviewItems(
                cycle,
                stamp.id(),
                view.catalogue(),
                items.stream().map(Item::toCommand).toList(),
                seen.byIndex());
    }
}
