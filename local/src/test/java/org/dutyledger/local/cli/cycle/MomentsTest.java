package org.dutyledger.local.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.dutyledger.local.cli.options.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @CsvSource({
        "57,57",
        "2022-03-01T16:00,2022-03-01T08:00:00Z",
        "2022-03-01 16:00:05,2022-03-01T08:00:05Z",
        "2022-03-01T08:00:00Z,2022-03-01T08:00:00Z",
        "2022-03-01T09:00+01:00,2022-03-01T08:00:00Z",
        "2022-03-01,2022-03-01T15:59:59.999Z"
    })
    void enteredTime_isReadAsBeijingTime(String text, String read) {
        assertThat(Moments.parse("--at", text)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "now", "2022-02-30", "2022-03-01T25:00"})
    void somethingElse_isExplained(String text) {
        assertThatThrownBy(() -> Moments.parse("--at", text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--at is a position such as 57");
    }

    @Test
    void aDay_isADay() {
        assertThat(Moments.date("--effective", "2021-12-31")).isEqualTo(LocalDate.of(2021, 12, 31));
        assertThatThrownBy(() -> Moments.date("--effective", "2021"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--effective is a date");
    }

    @Test
    void anInstant_isShownAsBeijingTime() {
        assertThat(Moments.shown("2022-03-01T08:00:00.123Z")).isEqualTo("2022-03-01 16:00:00");
        assertThat(Moments.shown("")).isEmpty();
    }
}
