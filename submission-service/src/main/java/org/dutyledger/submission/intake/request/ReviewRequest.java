package org.dutyledger.submission.intake.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.evidence.ReviewItems;
import org.dutyledger.submission.domain.evidence.ReviewItems.Verdict;
import org.jspecify.annotations.Nullable;

/** A supervisor's review of items. */
public record ReviewRequest(String cycle, List<Item> items) implements Request {
    private static final int MAX_ITEMS = 500;

    /** What an HTTP body holds. */
    public record Body(@Nullable List<@Nullable Item> items) {
        /** Completes it to a request. */
        public ReviewRequest in(String cycle) {
            return new ReviewRequest(cycle, Form.list(items, "items", MAX_ITEMS));
        }
    }

    /** One item under review. */
    public record Item(
            @JsonProperty(required = true) String item,
            @JsonProperty(required = true) String organisation,
            @JsonProperty(required = true) Said decision,
            @Nullable String reason) {
        private ReviewItems.Item toCommand() {
            Verdict verdict =
                    Form.present(decision, "items[].decision") == Said.ACCEPT ? Verdict.ACCEPT : Verdict.RETURN;
            return new ReviewItems.Item(
                    Form.text(item, "items[].item"), Form.text(organisation, "items[].organisation"), verdict, reason);
        }
    }

    enum Said {
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
        return new ReviewItems(
                cycle,
                stamp.id(),
                situation.cycles().require(cycle).catalogue(),
                items.stream().map(Item::toCommand).toList());
    }
}
