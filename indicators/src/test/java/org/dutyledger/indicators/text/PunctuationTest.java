package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PunctuationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            认真开展自查自评,现报告如下: | 认真开展自查自评，现报告如下：
            越城区(2021年度)报告 | 越城区（2021年度）报告
            办法(试行) | 办法（试行）
            师生比1:13.5,达标 | 师生比1:13.5，达标
            1,200.5 | 1,200.5
            结束. | 结束。
            2.落实 | 2.落实
            "双减"工作 | “双减”工作
            共 18 位 | 共18位
            New York, USA | New York, USA
            是吗?是! | 是吗？是！
            甲;乙 | 甲；乙
            """)
    void half_becomesFullWidthNextToChinese(String given, String expected) {
        assertThat(Punctuation.normalise(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , | ，
            %,比上年 | %，比上年
            """)
    void pieceBetweenNumbers_isPartOfAChineseSentence(String given, String expected) {
        assertThat(Punctuation.normalise(given, true, true)).isEqualTo(expected);
    }

    @Property
    void twice_isLikeOnce(@ForAll String text) {
        String once = Punctuation.normalise(text);
        assertThat(Punctuation.normalise(once)).isEqualTo(once);
    }
}
