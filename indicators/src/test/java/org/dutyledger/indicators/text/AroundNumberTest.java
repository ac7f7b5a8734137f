package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dutyledger.indicators.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AroundNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "共", "试点", "（", "约为", "18人", "二〇二一年", "——", "“", "：", "86.7%，"})
    void number_mayFollow(String before) {
        assertThat(AroundNumber.mayFollow(before, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-", "增长 −", "－", "+", ".", "12", "12,", "⁹", "Ⅳ", "l", "І", "ǀ", "ㅣ", "\u02d7", "ー", "―", "\ufffd",
                "\u200b", "一千", "九十九点八七", "〇", "壹", "/", "86.7%"
            })
    void number_mayNotFollow(String before) {
        assertThat(AroundNumber.mayFollow(before, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"三百（", "第“", "负（", "百分之", "百分之约", "百分之（", "增长—", "—", "～", "卅"})
    void whatBeginsANumber_isBeforeNone(String before) {
        assertThat(AroundNumber.mayFollow(before, false)).isFalse();
    }

    @Test
    void dashFromANumber_leadsToTheNext() {
        assertThat(AroundNumber.mayFollow("共\ufffc—", false)).isTrue();
        assertThat(AroundNumber.mayFollow("由0—", true)).isTrue();
        assertThat(AroundNumber.mayFollow("，增长—", false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"经费（单位：亿元）", "增长%为", "投入亿元的", "投入人民币", "教育经费（元）", "（单位：亿元）：小学、"})
    void unitBeforeAPureNumber_wouldBeItsUnit(String before) {
        assertThat(AroundNumber.mayFollow(before, true)).isFalse();
        assertThat(AroundNumber.mayFollow(before + "，系数", true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"三百, 五十七人, true", "九点, 87亿元, true", "百分之, 17, true", "办法, 三项, false", "共, 2016, false"})
    void lineAndFact_areReadAsOneNumber(String before, String fact, boolean joined) {
        assertThat(AroundNumber.isContinuedBy(before, fact)).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({
        "99, 人, true",
        "18870, 册图书, true",
        "18870, 平方米, true",
        "18870, 教师, true",
        "18870, （万元）, true",
        "18870, “册”, true",
        "18870, ％, true",
        "三百, 五十七人, true",
        "三百, 名, true",
        "2016, 年, false",
        "'2016年8月3', 日印发, false",
        "18870, ，, false",
        "18870, 。, false",
        "统一, 部署, false",
        "（18870）, 册, true",
        "“57”, 万元, true",
        "总数57, 年, true",
        "57, …万元, true",
        "《规划（2021—2025）》, 明确, false",
        "2019—2022, 届共有, false",
        "2021, 学年, false",
        "2016年8, 月, false",
        "浙政〔2022〕5, 号, false"
    })
    void factThatEndsInANumber_isCountedByTheTextBehindIt(String fact, String behind, boolean counted) {
        assertThat(AroundNumber.isCounted(fact, behind)).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"）万人", "”人次", "）册", "”）元", "）平方米", "”％", "）天", "”场次", "（万）", "“万”", "：万元", "”万人次"})
    void whatCountsABracket_isNotBehindANumber(String behind) {
        assertThat(AroundNumber.mayPrecede(behind, Unit.PERSON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "）的教师", "”，", "）参加", "”", "）名单", "）所在学校", "）人均", "）位居前列", "）次年", "）条件良好", "）对口支援", "）班主任", "）十分优秀",
                "）项目制", "）个个优秀", "）支教", "（万里学校等）"
            })
    void otherWordBehindABracket_isBehindANumber(String behind) {
        assertThat(AroundNumber.mayPrecede(behind, Unit.PERSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "，", "。", "（预算）", "学校", "成员单位", "一般", "左右", "—", "、"})
    void text_mayPrecedeBehindAUnit(String behind) {
        assertThat(AroundNumber.mayPrecede(behind, Unit.PERSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"亿", "余亿元", "/月", "之一", "分之一", "0", "O", "\u0336", "\ufffd", "万", "億元", "\u3164"})
    void text_mayNotPrecedeBehindAUnit(String behind) {
        assertThat(AroundNumber.mayPrecede(behind, Unit.PERSON)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "，", "。", "、", "和", "与", "）", "低于标准", "下降至0", "降至0", "至0", "—0", "达到国家标准", "以下", "左右", "（小学）",
                "）低于标准"
            })
    void text_mayPrecedeBehindAPureNumber(String behind) {
        assertThat(AroundNumber.mayPrecedePure(behind)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "亿元",
                "至亿元",
                "至\ufffc",
                "下降至\ufffc",
                "至0.88亿元",
                "和亿元",
                "高于（亿元）",
                "达到万元",
                "億元",
                "萬元",
                "（单位：亿元）",
                "：亿元",
                "人民币亿元",
                "﹪",
                "٪",
                "%",
                "成",
                "佰",
                "“亿元”",
                "×亿元",
                "点九",
                "\u3164亿元",
                "\u2800亿元",
                "․0",
                "ʼ0",
                "O",
                "倍"
            })
    void text_mayNotPrecedeBehindAPureNumber(String behind) {
        assertThat(AroundNumber.mayPrecedePure(behind)).isFalse();
    }
}
