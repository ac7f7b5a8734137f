package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AroundNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "共", "2021年—", "（", "12、", "占比约为 ", "12/", "12：", "12——", "二〇", "12，", "18人", "86.7%"})
    void text_separatesNumbers(String before) {
        assertThat(AroundNumber.joins(before, "18.87")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "增长 −",
                "－ ",
                "+",
                "±",
                ".",
                "约．",
                "\u2212\u200b",
                "12",
                "12 ",
                "12\u200b",
                "⁹",
                "Ⅳ\u3000",
                "12,",
                "12’"
            })
    void openEnd_becomesPartOfTheNumber(String before) {
        assertThat(AroundNumber.joins(before, "18.87")).isTrue();
        assertThat(AroundNumber.joins(before, "\u200b-18")).isTrue();
        assertThat(AroundNumber.joins(before, "《办法》")).isFalse();
    }

    @Test
    void visible_startsWithTheFirstVisibleCharacter() {
        assertThat(AroundNumber.visible(" \u200b\u3000亿元 x ")).isEqualTo("亿元 x ");
        assertThat(AroundNumber.visible("\u2060")).isEmpty();
    }
}
