package org.dutyledger.submission.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.document.record.ItemState.Status;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.dutyledger.submission.domain.item.Items;
import org.junit.jupiter.api.Test;

/** Which fact follows from which item, and what state it leaves. */
class ItemEventsTest {

    @Test
    void aFigure_getsTheFrameworksDefaults() {
        ItemRequest asked = Items.with(Items.budget("18.8"), null, null, "2021-12-31", "决算数");
        assertThat(event(asked, ItemState.NOTHING))
                .isEqualTo(new EvidenceEvent.FigureSubmitted(
                        "c",
                        "1",
                        "budget",
                        "czj",
                        "s",
                        new BigDecimal("18.80"),
                        "亿元",
                        "2021",
                        Basis.REPORTED,
                        LocalDate.of(2021, 12, 31),
                        "决算数"));
    }

    @Test
    void aDerivedFigure_isOnlyDeclared() {
        ItemRequest asked =
                Items.with(Items.figure(Action.SUBMIT, "growth", "3.5", "%", null), "2021", null, null, null);
        assertThat(((EvidenceEvent.FigureSubmitted) event(asked, ItemState.NOTHING)).basis())
                .isEqualTo(Basis.DECLARED);
    }

    @Test
    void aFact_keepsItsPreviousText() {
        ItemRequest first = Items.text(Action.SUBMIT, Type.FACT, "document", "旧文件", null);
        ItemState state = States.submitted(first);
        assertThat(event(Items.text(Action.CORRECT, Type.FACT, "document", "新文件", "更名"), state))
                .isEqualTo(new EvidenceEvent.FactCorrected(
                        "c", "2", "document", "czj", "s", "新文件", "2021", null, "旧文件", "更名"));
        assertThat(event(first, ItemState.NOTHING))
                .isEqualTo(new EvidenceEvent.FactSubmitted("c", "2", "document", "czj", "s", "旧文件", "2021", null));
    }

    @Test
    void aNarrative_isSubmittedAndRevised() {
        ItemRequest first = Items.text(Action.SUBMIT, Type.NARRATIVE, "intro", "旧", null);
        assertThat(event(first, ItemState.NOTHING))
                .isEqualTo(new EvidenceEvent.NarrativeSubmitted("c", "preface", "intro", "czj", "s", "旧"));
        assertThat(event(Items.text(Action.CORRECT, Type.NARRATIVE, "intro", "新", "改写"), States.submitted(first)))
                .isEqualTo(new EvidenceEvent.NarrativeRevised("c", "preface", "intro", "czj", "s", "新", "改写"));
    }

    @Test
    void aFileAndAWithdrawal_areFactsToo() {
        assertThat(event(Items.file("budget", "a".repeat(64)), ItemState.NOTHING))
                .isEqualTo(new EvidenceEvent.EvidenceAttached(
                        "c", "1", "budget", "czj", "s", "a".repeat(64), "a.pdf", "application/pdf", 10));
        assertThat(event(Items.withdraw("budget"), States.submitted(Items.budget("1"))))
                .isEqualTo(new EvidenceEvent.ItemWithdrawn("c", "1", "budget", "czj", "s", "口径有误"));
    }

    @Test
    void state_followsTheEvents() {
        ItemState state = States.submitted(Items.budget("1"));
        assertThat(state.status()).isEqualTo(Status.SUBMITTED);
        state = state.after(new EvidenceEvent.ItemReturned("c", "1", "budget", "czj", "r", "补材料"));
        assertThat(state.status()).isEqualTo(Status.RETURNED);
        assertThat(state.hasValue()).isTrue();
        state = States.after(state, Items.file("budget", "b".repeat(64)));
        assertThat(state.status()).as("a file does not answer a return").isEqualTo(Status.RETURNED);
        state = States.after(state, Items.figure(Action.CORRECT, "budget", "2", "亿元", "更正"));
        assertThat(state.status()).isEqualTo(Status.SUBMITTED);
        state = state.after(new EvidenceEvent.ItemAccepted("c", "1", "budget", "czj", "r"));
        assertThat(state.status()).isEqualTo(Status.ACCEPTED);
        state = States.after(state, Items.withdraw("budget"));
        assertThat(state.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(state.hasValue()).isFalse();
        assertThat(state.files()).as("files stay with the item").hasSize(1);
    }

    @Test
    void contents_areTheSameByNumberNotByZeros() {
        ItemState.Content one = new ItemState.Content(new BigDecimal("1.5"), null, "2021", Basis.REPORTED, null, null);
        ItemState.Content zeros =
                new ItemState.Content(new BigDecimal("1.50"), null, "2021", Basis.REPORTED, null, null);
        ItemState.Content noted = new ItemState.Content(new BigDecimal("1.5"), null, "2021", Basis.REPORTED, null, "x");
        ItemState.Content atLeast =
                new ItemState.Content(new BigDecimal("1.5"), null, "2021", Basis.AT_LEAST, null, null);
        assertThat(one.sameAs(zeros)).isTrue();
        assertThat(one.sameAs(noted)).isFalse();
        assertThat(one.sameAs(atLeast)).isFalse();
        assertThat(one.sameAs(new ItemState.Content(null, "x", "2021", null, null, null)))
                .isFalse();
    }

    private static ItemEvent event(ItemRequest request, ItemState state) {
        ItemContext context = PolicyTest.context(request, Items.terms(), state, false);
        assertThat(SubmissionPolicy.judge(context)).isEmpty();
        return ItemEvents.of(context, "c", "s");
    }
}
