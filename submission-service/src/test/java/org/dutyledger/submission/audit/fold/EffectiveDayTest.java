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
        "2021学年,2022-08-31",
        "2019—2022届,2022-12-31",
        "2020-2035,2035-12-31",
        "2021起,2021-01-01",
        "2021后,2021-12-31"
    })
    void aPeriod_endsOnItsLastDay(String period, LocalDate end) {
        assertThat(EffectiveDay.end(period)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "近三年", "2021-13", "2021-02-30", "21"})
    void periodWithoutADay_hasNone(String period) {
        assertThat(EffectiveDay.end(period)).isNull();
    }
}
