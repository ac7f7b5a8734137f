package org.dutyledger.submission.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "2022-03-01/7", "0190b6a0-0000-7000-8000-000000000000", "~!@#"})
    void visibleAscii_isAKey(String key) {
        assertThat(Keys.required(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "键", "tab\t", "é"})
    void anythingElse_isNot(String key) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Keys.required(key));
        assertThat(problem.code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
        assertThat(problem.status()).isEqualTo(400);
    }

    @Test
    void length_isBounded() {
        assertThat(Keys.required("k".repeat(128))).hasSize(128);
        assertThat(catchThrowableOfType(Problem.class, () -> Keys.required("k".repeat(129)))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void missing_isReportedOnlyWhereOneIsNeeded() {
        assertThat(Keys.optional(null)).isNull();
        assertThat(Keys.optional("")).isNull();
        assertThat(catchThrowableOfType(Problem.class, () -> Keys.required(null))
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }
}
