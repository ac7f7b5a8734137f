package org.dutyledger.submission.domain.item;

import java.time.Instant;
import java.util.Set;
import org.dutyledger.submission.TestFrameworks;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;

/** Items and terms as tests need them: each method changes one thing of a good item. */
public final class Items {
    public static final Instant NOW = Instant.parse("2022-03-01T08:00:00Z");

    private Items() {}

    public static SubmissionContext terms() {
        return new SubmissionContext(TestFrameworks.CATALOGUE, "czj", Set.of("finance"), null, NOW);
    }

    public static ItemRequest budget(String value) {
        return figure(Action.SUBMIT, "budget", value, "亿元", null);
    }

    public static ItemRequest schools(String value) {
        return figure(Action.SUBMIT, "schools", value, "所", null);
    }

    public static ItemRequest figure(Action action, String item, String value, String unit, String reason) {
        return new ItemRequest(action, Type.FIGURE, item, value, unit, "2021", null, null, null, null, reason, null);
    }

    public static ItemRequest text(Action action, Type type, String item, String text, String reason) {
        return new ItemRequest(action, type, item, null, null, null, null, null, null, text, reason, null);
    }

    public static ItemRequest withdraw(String item) {
        return new ItemRequest(Action.WITHDRAW, null, item, null, null, null, null, null, null, null, "口径有误", null);
    }

    public static ItemRequest file(String item, String sha256) {
        return new ItemRequest(
                Action.SUBMIT,
                Type.EVIDENCE,
                item,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ItemRequest.FileRef(sha256, "a.pdf", "application/pdf", 10L));
    }

    public static ItemRequest with(ItemRequest one, String period, String basis, String asOf, String note) {
        return new ItemRequest(
                one.action(),
                one.type(),
                one.item(),
                one.value(),
                one.unit(),
                period,
                basis,
                asOf,
                note,
                one.text(),
                one.reason(),
                one.file());
    }
}
