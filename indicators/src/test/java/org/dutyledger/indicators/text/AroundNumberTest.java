package org.dutyledger.indicators.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AroundNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"共", "2021年—", "（", "、", "占比约为 ", "/", "：", "——", "二〇", ","})
    void text_separatesNumbers(String before) {
        assertThat(AroundNumber.joins(before, true)).isFalse();
        assertThat(AroundNumber.joins(before, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "增长 −", "－ ", "+", "±", ".", "约．", "\u2212\u200b"})
    void sign_becomesPartOfTheNumber(String before) {
        assertThat(AroundNumber.joins(before, true)).isTrue();
        assertThat(AroundNumber.joins(before, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200b", "\u00a0\u2060"})
    void nothingVisible_joinsTwoNumbers(String between) {
        assertThat(AroundNumber.joins(between, true)).isTrue();
        assertThat(AroundNumber.joins(between, false)).isFalse();
    }

    @Test
    void visible_startsWithTheFirstVisibleCharacter() {
        assertThat(AroundNumber.visible(" \u200b\u3000亿元 x ")).isEqualTo("亿元 x ");
        assertThat(AroundNumber.visible("\u2060")).isEmpty();
    }
}
