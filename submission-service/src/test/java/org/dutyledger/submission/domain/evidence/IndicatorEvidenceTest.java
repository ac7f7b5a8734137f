package org.dutyledger.submission.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FigureCorrected;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.IndicatorLocked;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.evidence.ReviewItems.Verdict;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.Items;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The aggregate on Axon's own fixture. */
class IndicatorEvidenceTest {
    private static final String CYCLE = "c";
    private static final IndicatorOpened OPENED = new IndicatorOpened(CYCLE, "1");
    private AggregateTestFixture<IndicatorEvidence> fixture;

    @BeforeEach
    void fixture() {
        fixture = new AggregateTestFixture<>(IndicatorEvidence.class);
        fixture.registerAnnotatedCommandHandler(new EvidenceCommandHandler(fixture.getRepository()));
    }

    @Test
    void givenOpened_whenSubmitted_thenTheFigureIsAFact() {
        fixture.given(OPENED).when(submit(Items.budget("18.8"))).expectEvents(submitted("18.80"));
    }

    @Test
    void givenOpened_whenOneOfTwoItemsIsWrong_thenNothingIsStored() {
        ResultValidator<IndicatorEvidence> result = fixture.given(OPENED)
                .when(submit(Items.budget("18.87"), Items.figure(Action.SUBMIT, "growth", "x", "%", null)))
                .expectNoEvents();
        result.expectResultMessageMatching(refusing(RefusalCode.NOT_A_NUMBER));
    }

    @Test
    void givenSubmitted_whenSubmittedAgain_thenRefused() {
        fixture.given(OPENED, submitted("1.00"))
                .when(submit(Items.budget("2")))
                .expectNoEvents()
                .expectResultMessageMatching(refusing(RefusalCode.ALREADY_SUBMITTED));
    }

    @Test
    void givenSubmitted_whenCorrected_thenThePreviousValueIsKept() {
        fixture.given(OPENED, submitted("1.00"))
                .when(submit(Items.figure(Action.CORRECT, "budget", "2", "亿元", "笔误")))
                .expectEvents(new FigureCorrected(
                        CYCLE,
                        "1",
                        "budget",
                        "czj",
                        "s1",
                        new BigDecimal("2.00"),
                        "亿元",
                        "2021",
                        Basis.REPORTED,
                        null,
                        null,
                        new BigDecimal("1.00"),
                        "笔误"));
    }

    @Test
    void givenWithdrawn_whenSubmitted_thenItIsAFirstSubmissionAgain() {
        fixture.given(OPENED, submitted("1.00"), new ItemWithdrawn(CYCLE, "1", "budget", "czj", "s0", "口径"))
                .when(submit(Items.budget("1")))
                .expectEvents(submitted("1.00"));
    }

    @Test
    void givenAnotherOrganisationsValue_whenSubmitted_thenBothStand() {
        FigureSubmitted others = new FigureSubmitted(
                CYCLE, "1", "budget", "other", "s0", BigDecimal.ONE, "亿元", "2021", Basis.REPORTED, null, null);
        fixture.given(OPENED, others).when(submit(Items.budget("1"))).expectEvents(submitted("1.00"));
    }

    @Test
    void givenLocked_whenSubmitted_thenTheCycleIsClosed() {
        fixture.given(OPENED, new IndicatorLocked(CYCLE, "1"))
                .when(submit(Items.budget("1")))
                .expectNoEvents()
                .expectResultMessageMatching(refusing(RefusalCode.CYCLE_CLOSED));
    }

    @Test
    void givenOpened_whenTheSameItemComesTwice_thenRefused() {
        fixture.given(OPENED)
                .when(submit(Items.budget("1"), Items.budget("1")))
                .expectNoEvents()
                .expectResultMessageMatching(refusing(RefusalCode.DUPLICATE_ITEM));
    }

    @Test
    void givenOpened_whenAnItemIsMistyped_thenTheNearOneIsNamed() {
        fixture.given(OPENED)
                .when(submit(Items.budget("1"), Items.figure(Action.SUBMIT, "budgett", "1", "亿元", null)))
                .expectNoEvents()
                .expectResultMessageMatching(matching(refusal -> refusal.code() == RefusalCode.UNKNOWN_ITEM
                        && refusal.index() == 1
                        && refusal.text().contains("'budget'")));
    }

    @Test
    void givenOpened_whenDryRun_thenDecidedButNotStored() {
        fixture.given(OPENED)
                .when(new SubmitItems(CYCLE, "s1", Items.terms(), List.of(Items.budget("1")), Map.of(), true))
                .expectNoEvents()
                .expectResultMessagePayload(new Decision.Accepted(List.of(submitted("1.00"))));
    }

    @Test
    void givenOpened_whenAFileComesWithItsFigure_thenBothAreStored() {
        fixture.given(OPENED)
                .when(submit(
                        Items.budget("1"), Items.file("budget", "a".repeat(64)), Items.file("budget", "b".repeat(64))))
                .expectResultMessageMatching(Events.accepted(3));
    }

    @Test
    void givenSubmitted_whenReturned_thenTheReasonIsKept() {
        fixture.given(OPENED, submitted("1.00"))
                .when(review(Verdict.RETURN, "请附决算表"))
                .expectEvents(new ItemReturned(CYCLE, "1", "budget", "czj", "r1", "请附决算表"));
    }

    @Test
    void givenSubmitted_whenAccepted_thenAccepted_andOnlyOnce() {
        ItemAccepted accepted = new ItemAccepted(CYCLE, "1", "budget", "czj", "r1");
        fixture.given(OPENED, submitted("1.00"))
                .when(review(Verdict.ACCEPT, null))
                .expectEvents(accepted);
        fixture();
        fixture.given(OPENED, submitted("1.00"), accepted)
                .when(review(Verdict.ACCEPT, null))
                .expectNoEvents()
                .expectResultMessageMatching(refusing(RefusalCode.UNCHANGED));
    }

    @Test
    void givenNothingSubmitted_whenReviewed_thenRefused() {
        fixture.given(OPENED)
                .when(review(Verdict.ACCEPT, null))
                .expectNoEvents()
                .expectResultMessageMatching(refusing(RefusalCode.NOTHING_TO_REVIEW));
    }

    @Test
    void givenSubmitted_whenReturnedWithoutReason_thenRefused() {
        fixture.given(OPENED, submitted("1.00"))
                .when(review(Verdict.RETURN, " "))
                .expectNoEvents()
                .expectResultMessageMatching(refusing(RefusalCode.REASON_REQUIRED));
    }

    @Test
    void givenChangedSinceItWasSeen_whenReviewed_thenRefusedWithBothValues() {
        ReviewItems stale = new ReviewItems(
                CYCLE,
                "r1",
                Items.terms().catalogue(),
                List.of(new ReviewItems.Item("budget", "czj", Verdict.ACCEPT, null)),
                Map.of(0, new Seen(2, "0.99")));
        fixture.given(OPENED, submitted("1.00"))
                .when(stale)
                .expectNoEvents()
                .expectResultMessageMatching(matching(refusal -> refusal.code() == RefusalCode.ITEM_CHANGED
                        && refusal.text().contains("'0.99'; now it is '1.00' (submitted)")
                        && refusal.textZh().contains("您看到的是“0.99”，现为“1.00”")));
    }

    @Test
    void refusals_areInBothLanguages() {
        Decision decision = new Decision.Refused(List.of(RefusalTexts.duplicate(0, "budget")));
        assertThat(((Decision.Refused) decision).refusals())
                .allSatisfy(refusal -> assertThat(refusal.textZh()).containsPattern("\\p{IsHan}"));
    }

    private static SubmitItems submit(ItemRequest... items) {
        return new SubmitItems(CYCLE, "s1", Items.terms(), List.of(items), Map.of(), false);
    }

    private static ReviewItems review(Verdict verdict, String reason) {
        return new ReviewItems(
                CYCLE,
                "r1",
                Items.terms().catalogue(),
                List.of(new ReviewItems.Item("budget", "czj", verdict, reason)),
                Map.of());
    }

    private static FigureSubmitted submitted(String value) {
        return new FigureSubmitted(
                CYCLE, "1", "budget", "czj", "s1", new BigDecimal(value), "亿元", "2021", Basis.REPORTED, null, null);
    }

    private static org.hamcrest.Matcher<org.axonframework.commandhandling.CommandResultMessage<?>> refusing(
            RefusalCode code) {
        return matching(refusal -> refusal.code() == code);
    }

    private static org.hamcrest.Matcher<org.axonframework.commandhandling.CommandResultMessage<?>> matching(
            java.util.function.Predicate<Refusal> expected) {
        return Events.answer(decision -> decision instanceof Decision.Refused refused
                && refused.refusals().size() == 1
                && refused.refusals().stream().allMatch(expected));
    }
}
