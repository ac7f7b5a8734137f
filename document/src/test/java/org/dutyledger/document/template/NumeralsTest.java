package org.dutyledger.document.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({"1,一", "9,九", "10,十", "11,十一", "20,二十", "35,三十五", "99,九十九"})
    void headings_areNumberedInChinese(int number, String expected) {
        assertThat(Numerals.of(number)).isEqualTo(expected);
    }

    @Test
    void outOfRange_isRefused() {
        assertThatThrownBy(() -> Numerals.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Numerals.of(100)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spell_leavesNoDigit() {
        assertThat(Numerals.spell("体艺2+１、100%")).isEqualTo("体艺二+一、一〇〇%");
    }
}
