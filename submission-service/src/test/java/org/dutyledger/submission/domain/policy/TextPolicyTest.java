package org.dutyledger.submission.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.domain.item.Items.text;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.dutyledger.submission.domain.item.Items;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Narratives carry no typed numbers and only known placeholders; facts carry what they like. */
class TextPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            投入{{budget}}亿元。             |
            投入{{ budget }}亿元。           |
            生均{{budget_per_head}}，        |
            生均{{budget_per_head}}倍。      | PLACEHOLDER_UNIT
            共l{{budget}}亿元。              | PLACEHOLDER_JOINED
            投入{{budget}}亿元/月。          | PLACEHOLDER_JOINED
            投入{{budget}}亿元左右。         |
            见{{document}}。                 |
            没有数字的一段话。               |
            投入18.87亿元。                  | TYPED_NUMBER
            投入１８亿元。                   | TYPED_NUMBER
            投入{{budget}}亿元，增长3%。      | TYPED_NUMBER
            投入{{budget}}亿元，第Ⅳ期。      | TYPED_NUMBER
            共①类{{budget}}亿元。            | TYPED_NUMBER
            投入十八点八七亿元。             | TYPED_NUMBER
            ①投入{{budget}}亿元。            |
            2021年9月起投入{{budget}}亿元。  |
            按浙教〔2021〕43号做好5+2服务。  |
            每天不少于1小时。                |
            二〇二一年投入{{budget}}亿元。   |
            投入{{bugdet}}亿元。             | UNKNOWN_PLACEHOLDER
            投入{{}}亿元。                   | UNKNOWN_PLACEHOLDER
            投入{{budget}亿元。              | UNKNOWN_PLACEHOLDER
            投入{budget}亿元。               | UNKNOWN_PLACEHOLDER
            投入｛｛budget｝｝亿元。         | UNKNOWN_PLACEHOLDER
            投入{｛budget｝}亿元。           | UNKNOWN_PLACEHOLDER
            投入{{budget}}亿万元。           | PLACEHOLDER_UNIT
            投入{{budget}}万元。             | PLACEHOLDER_UNIT
            投入{{budget}}。                 |
            投入{{budget}}余亿元。           | PLACEHOLDER_UNIT
            投入{{budget}} 亿元。            |
            投入{{budget}}元。               | PLACEHOLDER_UNIT
            投入{{budget}}%。                | PLACEHOLDER_UNIT
            投入{{story_1}}。                | UNKNOWN_PLACEHOLDER TYPED
            比为{{budget_per_head}}{{budget}}亿元。 | PLACEHOLDER_JOINED
            依据{{document}}{{document}}。   |
            增长−{{budget}}亿元。            | PLACEHOLDER_JOINED
            投入{{budget}}亿元+{{budget}}。  | PLACEHOLDER_JOINED
            投入{{budget}}、{{budget}}亿元。 |
            投入{{budget}}—{{budget}}亿元。  |
            生均{{budget_per_head}}（万元）。| PLACEHOLDER_UNIT
            """)
    void narrative_isChecked(String narrative, String code) {
        List<RefusalCode> codes = codes(Type.NARRATIVE, "story_1", narrative);
        if (code == null) {
            assertThat(codes).isEmpty();
        } else {
            assertThat(codes).contains(RefusalCode.valueOf(code.split(" ")[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({"达到,", "未达到,", "达到。,WORD_NOT_ALLOWED", "已达到,WORD_NOT_ALLOWED"})
    void claim_isOneOfItsWords(String claim, RefusalCode code) {
        List<Refusal> refusals = judge(Type.FACT, "claim", claim);
        assertThat(refusals.stream().map(Refusal::code)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(refusals).allSatisfy(r -> assertThat(r.text()).contains("达到, 未达到"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021年,",
        "2021年6月,",
        "2021年6月3日,",
        "2024年2月29日,",
        "2021年2月29日,NOT_A_DATE",
        "2021年6月31日,NOT_A_DATE",
        "2021年06月,NOT_A_DATE",
        "2021-06-03,NOT_A_DATE",
        "6月初,NOT_A_DATE",
        "2021年6月3日前,NOT_A_DATE"
    })
    void dateIsInTheCalendar(String date, RefusalCode code) {
        List<Refusal> refusals = judge(Type.FACT, "publish_date", date);
        assertThat(refusals.stream().map(Refusal::code)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void placeholdersOnTwoLines_areTwoNumbers() {
        assertThat(codes(Type.NARRATIVE, "story_1", "投入{{budget}}\n{{budget}}亿元。"))
                .isEmpty();
    }

    /** The limit of length is another policy: this one reads text of any length, but once. */
    @Test
    void manyPlaceholders_areReadOnce() {
        assertThat(codes(Type.NARRATIVE, "story_1", "投入{{budget}}亿元，".repeat(300_000)))
                .containsExactly(RefusalCode.TEXT_TOO_LONG);
    }

    @Test
    void placeholderOverTwoLines_isRefused() {
        assertThat(codes(Type.NARRATIVE, "story_1", "投入{{\nbudget\n}}亿元。"))
                .containsExactly(RefusalCode.UNKNOWN_PLACEHOLDER);
    }

    @Test
    void everyTypedNumberIsNamed_andAMistypedPlaceholderGetsASuggestion() {
        assertThat(judge(Type.NARRATIVE, "story_1", "共18项，3年，18个。"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("18, 3;"));
        assertThat(judge(Type.NARRATIVE, "story_1", "投入{{bugdet}}亿元。"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("did you mean {{budget}}?"));
    }

    @Test
    void length_countsCharactersNotCodeUnits() {
        assertThat(codes(Type.NARRATIVE, "intro", "𠮷".repeat(20))).isEmpty();
        assertThat(codes(Type.NARRATIVE, "intro", "好".repeat(21))).containsExactly(RefusalCode.TEXT_TOO_LONG);
        assertThat(codes(Type.FACT, "document", "好".repeat(2001))).containsExactly(RefusalCode.TEXT_TOO_LONG);
    }

    @Test
    void blankTexts_areRefused() {
        assertThat(codes(Type.FACT, "document", " ")).containsExactly(RefusalCode.TEXT_REQUIRED);
        assertThat(codes(Type.NARRATIVE, "intro", null)).containsExactly(RefusalCode.TEXT_REQUIRED);
    }

    @Test
    void facts_mayHoldNumbers() {
        assertThat(codes(Type.FACT, "document", "浙政教督办〔2022〕5号")).isEmpty();
    }

    @Test
    void whatIsQuotedBack_isShort() {
        String digits = "1".repeat(100_000);
        assertThat(judge(Type.NARRATIVE, "story_1", digits))
                .allSatisfy(refusal -> assertThat(refusal.text()).hasSizeLessThan(300));
    }

    /** Quadratic backtracking would hold a thread, and the locks of the aggregates, for hours. */
    @Test
    void blanksAfterAnOpenPlaceholder_areReadInLinearTime() {
        String blanks = "{{" + " ".repeat(500_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(codes(Type.NARRATIVE, "story_1", blanks + "}"))
                        .contains(RefusalCode.UNKNOWN_PLACEHOLDER));
    }

    private static List<RefusalCode> codes(Type type, String item, String text) {
        return judge(type, item, text).stream().map(Refusal::code).toList();
    }

    private static List<Refusal> judge(Type type, String item, String text) {
        return SubmissionPolicy.judge(PolicyTest.context(
                text(Action.SUBMIT, type, item, text, null), Items.terms(), ItemState.NOTHING, false));
    }
}
