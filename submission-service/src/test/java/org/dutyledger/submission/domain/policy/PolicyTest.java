package org.dutyledger.submission.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.domain.item.Items.budget;
import static org.dutyledger.submission.domain.item.Items.figure;
import static org.dutyledger.submission.domain.item.Items.file;
import static org.dutyledger.submission.domain.item.Items.text;
import static org.dutyledger.submission.domain.item.Items.with;
import static org.dutyledger.submission.domain.item.Items.withdraw;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.submission.TestFrameworks;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.dutyledger.submission.domain.item.Items;
import org.dutyledger.submission.domain.item.SubmissionContext;
import org.dutyledger.submission.framework.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each policy alone and all of them together, without an aggregate. */
class PolicyTest {

    @Test
    void policies_haveNamesThatStateWhatMustHold() {
        assertThat(SubmissionPolicy.all()).hasSizeGreaterThan(15);
        assertThat(SubmissionPolicy.all().keySet())
                .allSatisfy(name -> assertThat(name).containsPattern("\\w+ \\w+"));
    }

    /** Who means to take back a file must not take back the value beside it. */
    @Test
    void aWithdrawalOfAFile_neverWithdrawsTheValue() {
        ItemRequest attach = file("budget", "a".repeat(64));
        ItemRequest back = new ItemRequest(
                Action.WITHDRAW,
                Type.EVIDENCE,
                "budget",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "口径有误",
                attach.file());
        assertThat(SubmissionPolicy.judge(context(back, Items.terms(), States.submitted(budget("1")), false)))
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31",
                "-0001-01-01",
                "20211231",
                "0021-12-31",
                "9999-12-31",
                "2011-12-31",
                "2021-02-29"
            })
    void impossibleDate_isRefused(String asOf) {
        assertThat(codes(with(budget("1"), "2021", null, asOf, null))).containsExactly(RefusalCode.INVALID_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "18.87", "18.8", "18", "1000", "1000.00", "18.8700", "0.000"})
    void aPlainNumber_isTaken(String value) {
        assertThat(codes(budget(value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            18.875         | TOO_MANY_DECIMALS
            1000.01        | OUT_OF_RANGE
            -0.01          | OUT_OF_RANGE
            NaN            | NOT_A_NUMBER
            Infinity       | NOT_A_NUMBER
            -Infinity      | NOT_A_NUMBER
            1e2            | NOT_A_NUMBER
            1E1000000000   | NOT_A_NUMBER
            1,234          | NOT_A_NUMBER
            １８           | NOT_A_NUMBER
            ٣              | NOT_A_NUMBER
            0x10           | NOT_A_NUMBER
            007            | NOT_A_NUMBER
            +5             | NOT_A_NUMBER
            .5             | NOT_A_NUMBER
            5.             | NOT_A_NUMBER
            ''             | NOT_A_NUMBER
            ' 5'           | NOT_A_NUMBER
            """)
    void anythingElse_isRefused(String value, RefusalCode code) {
        assertThat(codes(budget(value))).containsExactly(code);
    }

    @Test
    void aNumberThatIsMissing_isRefused() {
        assertThat(codes(budget(null))).containsExactly(RefusalCode.NOT_A_NUMBER);
    }

    @Test
    void anOverlongNumber_isOutOfRangeWithoutBeingComputed() {
        assertThat(codes(budget("9".repeat(1_000_000)))).containsExactly(RefusalCode.OUT_OF_RANGE);
        assertThat(codes(budget("0." + "1".repeat(1_000_000)))).containsExactly(RefusalCode.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource({
        "万元,'亿元'",
        "亿万元,compound",
        "万亿元,compound",
        "'',missing",
        "CNY,'亿元'",
        "亿元 ,",
    })
    void aWrongUnit_isReportedWithTheRightOne(String unit, String says) {
        List<Refusal> refusals = judge(figure(Action.SUBMIT, "budget", "1", unit, null));
        if (says == null) {
            assertThat(refusals).isEmpty();
            return;
        }
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.UNIT_NOT_ALLOWED);
            assertThat(refusal.text()).contains(says).contains("亿元");
            assertThat(refusal.textZh()).contains("亿元");
        });
    }

    @Test
    void aNumberWithoutUnit_takesNone() {
        assertThat(codes(figure(Action.SUBMIT, "ratio", "0.5", null, null))).isEmpty();
        assertThat(codes(figure(Action.SUBMIT, "ratio", "0.5", "人", null)))
                .containsExactly(RefusalCode.UNIT_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "budget,REPORTED,true",
        "budget,AT_LEAST,true",
        "budget,,true",
        "budget,DECLARED,false",
        "budget,reported,false",
        "growth,DECLARED,true",
        "growth,,true",
        "growth,REPORTED,false",
        "growth,AT_LEAST,false"
    })
    void basis_fitsRawOrDerived(String item, String basis, boolean fits) {
        String unit = item.equals("budget") ? "亿元" : "%";
        ItemRequest asked = with(figure(Action.SUBMIT, item, "1", unit, null), "2021", basis, null, null);
        assertThat(codes(asked)).isEqualTo(fits ? List.of() : List.of(RefusalCode.BASIS_NOT_ALLOWED));
    }

    @Test
    void periodAndDates_areChecked() {
        assertThat(codes(with(budget("1"), "2020", null, null, null))).containsExactly(RefusalCode.PERIOD_NOT_ALLOWED);
        assertThat(codes(with(budget("1"), null, null, "2021-12-31", null))).isEmpty();
        assertThat(codes(with(budget("1"), null, null, "31.12.2021", null))).containsExactly(RefusalCode.INVALID_FIELD);
        assertThat(codes(with(budget("1"), null, null, null, "x".repeat(1001))))
                .containsExactly(RefusalCode.TEXT_TOO_LONG);
    }

    @Test
    void anOrganisationWithoutTheRole_isRefused() {
        SubmissionContext others =
                new SubmissionContext(TestFrameworks.CATALOGUE, "jtj", Set.of("education"), null, Items.NOW);
        assertThat(judge(context(budget("1"), others, ItemState.NOTHING, false)))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.text()).contains("jtj", "finance");
                    assertThat(refusal.textZh()).endsWith("应由以下单位填报：财政局");
                });
        assertThat(judge(context(
                        text(Action.SUBMIT, Type.NARRATIVE, "intro", "好", null), others, ItemState.NOTHING, false)))
                .isEmpty();
    }

    @Test
    void afterTheDeadline_onlyWhatIsThereCanBePutRight() {
        SubmissionContext late = new SubmissionContext(
                TestFrameworks.CATALOGUE, "czj", Set.of("finance"), Items.NOW.minusMillis(1), Items.NOW);
        assertThat(judge(context(budget("1"), late, ItemState.NOTHING, false)))
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.DEADLINE_PASSED);
        ItemRequest correction = figure(Action.CORRECT, "budget", "2", "亿元", "笔误");
        assertThat(judge(context(correction, late, States.submitted(budget("1")), false)))
                .isEmpty();
        SubmissionContext onTime =
                new SubmissionContext(TestFrameworks.CATALOGUE, "czj", Set.of("finance"), Items.NOW, Items.NOW);
        assertThat(judge(context(budget("1"), onTime, ItemState.NOTHING, false)))
                .isEmpty();
    }

    @Test
    void aLockedIndicator_takesNothing() {
        assertThat(judge(context(budget("1"), Items.terms(), ItemState.NOTHING, true)))
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.CYCLE_CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "FACT,budget,FIGURE",
        "NARRATIVE,budget,FIGURE",
        "FIGURE,claim,FACT",
        "FIGURE,document,FACT",
        "FACT,intro,NARRATIVE",
        "FIGURE,intro,NARRATIVE"
    })
    void aWrongType_isReportedWithTheRightOne(Type type, String item, String right) {
        ItemRequest asked =
                new ItemRequest(Action.SUBMIT, type, item, "1", "亿元", null, null, null, null, "文字", null, null);
        assertThat(judge(asked))
                .filteredOn(refusal -> refusal.code() == RefusalCode.WRONG_TYPE)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).containsIgnoringCase(right));
    }

    @Test
    void evidence_isDescribedAndAttachedOnce() {
        String sha = "a".repeat(64);
        assertThat(codes(file("budget", sha))).isEmpty();
        assertThat(codes(file("budget", sha.toUpperCase(java.util.Locale.ROOT))))
                .containsExactly(RefusalCode.INVALID_FIELD);
        ItemState attached = new ItemState(ItemState.Status.ABSENT, null, Set.of(sha));
        assertThat(judge(context(file("budget", sha), Items.terms(), attached, false)))
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.UNCHANGED);
        Set<String> most = IntStream.range(0, ItemState.MOST_FILES)
                .mapToObj("%064x"::formatted)
                .collect(Collectors.toSet());
        ItemState full = new ItemState(ItemState.Status.ABSENT, null, most);
        assertThat(judge(context(file("budget", sha), Items.terms(), full, false)))
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.TOO_MANY_FILES);
    }

    @Test
    void aNumber_isMeasuredAsItIsStored() {
        SubmissionContext terms = new SubmissionContext(
                new Catalogue(FrameworkFiles.newest("zhejiang-county-2021").framework()),
                "czj",
                Set.of("finance-bureau"),
                null,
                Items.terms().now());
        for (int digits : new int[] {37, 38}) {
            ItemRequest request =
                    figure(Action.SUBMIT, "general_public_budget_education", "1".repeat(digits), "亿元", null);
            assertThat(judge(context(request, terms, ItemState.NOTHING, false)))
                    .extracting(Refusal::code)
                    .as("%s digits and two decimals", digits)
                    .isEqualTo(digits == 37 ? List.of() : List.of(RefusalCode.OUT_OF_RANGE));
        }
    }

    @Test
    void state_namesWhatMayFollow() {
        ItemState there = States.submitted(budget("1.5"));
        assertThat(codes(budget("2"), there)).containsExactly(RefusalCode.ALREADY_SUBMITTED);
        assertThat(codes(figure(Action.CORRECT, "budget", "1.50", "亿元", "x"), there))
                .containsExactly(RefusalCode.UNCHANGED);
        assertThat(codes(figure(Action.CORRECT, "budget", "2", "亿元", " "), there))
                .containsExactly(RefusalCode.REASON_REQUIRED);
        assertThat(codes(withdraw("budget"))).containsExactly(RefusalCode.NOTHING_TO_CORRECT);
        assertThat(codes(withdraw("budget"), there)).isEmpty();
    }

    private static List<RefusalCode> codes(ItemRequest request) {
        return codes(request, ItemState.NOTHING);
    }

    private static List<RefusalCode> codes(ItemRequest request, ItemState state) {
        return judge(context(request, Items.terms(), state, false)).stream()
                .map(Refusal::code)
                .toList();
    }

    private static List<Refusal> judge(ItemRequest request) {
        return judge(context(request, Items.terms(), ItemState.NOTHING, false));
    }

    private static List<Refusal> judge(ItemContext context) {
        return SubmissionPolicy.judge(context);
    }

    static ItemContext context(ItemRequest request, SubmissionContext terms, ItemState state, boolean locked) {
        return new ItemContext(
                3, request, terms, Objects.requireNonNull(terms.catalogue().find(request.item())), state, locked);
    }
}
