package org.dutyledger.submission.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.audit.fold.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayQueryTest {
    private static final String EIGHT = "2022-03-01T08:00:00Z";

    @Test
    void oneClockOfTheLedger_isReadAsWhatItIs() {
        assertThat(ReplayQuery.known("7", null)).isEqualTo(new Moment.AtPosition(7));
        assertThat(ReplayQuery.known(null, EIGHT)).isEqualTo(new Moment.RecordedBy(Instant.parse(EIGHT)));
        assertThat(ReplayQuery.known(null, null)).isEqualTo(new Moment.Latest());
        refused("INVALID_QUERY", () -> ReplayQuery.known("7", EIGHT));
        refused("INVALID_RANGE", () -> ReplayQuery.known(EIGHT, null));
        refused("INVALID_MOMENT", () -> ReplayQuery.known(null, "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "501", "-1", "1.5", "9999999999", "一"})
    void aLimit_isOneToFiveHundred(String text) {
        assertThat(ReplayQuery.limit("1")).isEqualTo(1);
        assertThat(ReplayQuery.limit("500")).isEqualTo(500);
        refused("INVALID_RANGE", () -> ReplayQuery.limit(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2021", "2021-02-29", "31.12.2021", "+999999999-12-31"})
    void aDate_isADayOfTheCalendar(String text) {
        assertThat(ReplayQuery.date("effectiveOn", "2021-12-31")).isEqualTo(LocalDate.of(2021, 12, 31));
        refused("INVALID_MOMENT", () -> ReplayQuery.date("effectiveOn", text));
    }

    @Test
    void whatIsMissing_isNamed() {
        assertThat(ReplayQuery.required("indicator", "13")).isEqualTo("13");
        assertThatThrownBy(() -> ReplayQuery.required("indicator", " ")).hasMessage("indicator is missing");
        assertThatThrownBy(() -> ReplayQuery.required("indicator", null)).hasMessage("indicator is missing");
    }

    private static void refused(String code, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(400);
        });
    }
}
