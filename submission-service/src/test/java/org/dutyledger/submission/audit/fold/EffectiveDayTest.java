package org.dutyledger.submission.audit.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveDayTest {

    @ParameterizedTest
    @CsvSource({
        "2021,2021-12-31",
        "2021-12-31,2021-12-31",
        "2020-02,2020-02-29",
        "2021学年,2021-09-01",
        "2019—2022届,2019-01-01",
        "2020-2035,2020-01-01",
        "2021起,2021-01-01",
        "2021后,2021-12-31"
    })
    void valueOfAPeriod_holdsFromADay(String period, LocalDate day) {
        assertThat(EffectiveDay.ofPeriod(period)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "近三年", "2021-13", "2021-02-30", "21"})
    void whatNamesNoDay_hasNone(String period) {
        assertThat(EffectiveDay.ofPeriod(period)).isNull();
    }
}
