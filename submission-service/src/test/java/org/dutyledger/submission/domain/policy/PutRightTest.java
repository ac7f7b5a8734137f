package org.dutyledger.submission.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.domain.item.Items.budget;
import static org.dutyledger.submission.domain.item.Items.figure;
import static org.dutyledger.submission.domain.item.Items.file;
import static org.dutyledger.submission.domain.item.Items.text;
import static org.dutyledger.submission.domain.item.Items.withdraw;

import java.util.List;
import java.util.Set;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.submission.TestFrameworks;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.dutyledger.submission.domain.item.Items;
import org.dutyledger.submission.domain.item.SubmissionContext;
import org.junit.jupiter.api.Test;

/** What a submitter may still do after a deadline, a return or an acceptance, and which fields an item may have. */
class PutRightTest {
    private static final SubmissionContext LATE = new SubmissionContext(
            TestFrameworks.CATALOGUE, "czj", Set.of("finance"), Items.NOW.minusMillis(1), Items.NOW);
    private static final String SHA = "a".repeat(64);
    private static final ItemState SUBMITTED = States.submitted(budget("18.87"));
    private static final ItemState RETURNED =
            SUBMITTED.after(new ItemReturned("c", "8", "budget", "czj", "r", "缺佐证材料"));
    private static final ItemState ACCEPTED = SUBMITTED.after(new ItemAccepted("c", "8", "budget", "czj", "r"));
    private static final ItemState WITHDRAWN =
            RETURNED.after(new ItemWithdrawn("c", "8", "budget", "czj", "s", "口径有误"));

    @Test
    void afterTheDeadline_aReturnedItemGetsACorrection_evidence_orTheSameValueWithAReason() {
        assertThat(late(correction("18.88"), RETURNED)).isEmpty();
        assertThat(late(file("budget", SHA), RETURNED)).isEmpty();
        ItemState withEvidence = States.after(RETURNED, file("budget", SHA));
        assertThat(late(correction("18.87"), withEvidence)).isEmpty();
    }

    @Test
    void afterTheDeadline_aWithdrawnItemGetsANewValue() {
        assertThat(late(withdraw("budget"), RETURNED)).isEmpty();
        assertThat(late(budget("18.88"), WITHDRAWN)).isEmpty();
    }

    @Test
    void afterTheDeadline_evidenceForAnItemThatWasNotReturned_isLate() {
        assertThat(late(file("budget", SHA), SUBMITTED)).containsExactly(RefusalCode.DEADLINE_PASSED);
        assertThat(late(file("budget", SHA), ItemState.NOTHING)).containsExactly(RefusalCode.DEADLINE_PASSED);
    }

    @Test
    void anAcceptedItem_isChangedOnlyAfterAReturn() {
        assertThat(inTime(correction("18.88"), ACCEPTED)).containsExactly(RefusalCode.ITEM_ACCEPTED);
        assertThat(inTime(withdraw("budget"), ACCEPTED)).containsExactly(RefusalCode.ITEM_ACCEPTED);
        ItemState returned = ACCEPTED.after(new ItemReturned("c", "8", "budget", "czj", "r", "决算数更正"));
        assertThat(inTime(correction("18.88"), returned)).isEmpty();
    }

    @Test
    void theSameValueAgain_answersAReturn_andElseChangesNothing() {
        assertThat(inTime(correction("18.87"), RETURNED)).isEmpty();
        assertThat(inTime(correction("18.87"), SUBMITTED)).containsExactly(RefusalCode.UNCHANGED);
    }

    @Test
    void fieldsThatTheEventWouldNotHold_areRefusedByName() {
        ItemRequest figure = budget("1");
        ItemRequest withFile = new ItemRequest(
                figure.action(),
                figure.type(),
                figure.item(),
                figure.value(),
                figure.unit(),
                figure.period(),
                null,
                null,
                null,
                "见附件",
                null,
                new ItemRequest.FileRef(null, "决算.pdf", null, null));
        assertNamed(withFile, "text, fileName");
        assertNamed(
                Items.with(text(Action.SUBMIT, Type.NARRATIVE, "intro", "好", null), "2021", null, null, "x"),
                "period, note");
        assertNamed(
                Items.with(text(Action.SUBMIT, Type.FACT, "document", "好", null), null, null, "2021-12-31", null),
                "asOf");
        assertNamed(Items.with(file("budget", SHA), null, null, null, "x"), "note");
        assertNamed(figure(Action.SUBMIT, "budget", "1", "亿元", "理由"), "reason");
    }

    private static void assertNamed(ItemRequest request, String names) {
        assertThat(SubmissionPolicy.judge(PolicyTest.context(request, Items.terms(), ItemState.NOTHING, false)))
                .filteredOn(refusal -> refusal.code() == RefusalCode.FIELD_NOT_ALLOWED)
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.text()).contains(" has no " + names + ";");
                    assertThat(refusal.textZh()).contains(names);
                    assertThat(refusal.index()).isEqualTo(3);
                });
    }

    private static ItemRequest correction(String value) {
        return figure(Action.CORRECT, "budget", value, "亿元", "补正");
    }

    private static List<RefusalCode> late(ItemRequest request, ItemState state) {
        return codes(request, LATE, state);
    }

    private static List<RefusalCode> inTime(ItemRequest request, ItemState state) {
        return codes(request, Items.terms(), state);
    }

    private static List<RefusalCode> codes(ItemRequest request, SubmissionContext terms, ItemState state) {
        return SubmissionPolicy.judge(PolicyTest.context(request, terms, state, false)).stream()
                .map(Refusal::code)
                .toList();
    }
}
