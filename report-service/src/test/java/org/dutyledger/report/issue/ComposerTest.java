package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final CycleState state = Samples.state(Samples.script());
    private final Composer composer = new Composer(id -> {
        reads.incrementAndGet();
        return Samples.FRAMEWORK_FILE;
    });

    @Test
    void framework_isReadOnce_andGivenAsItIsKept() {
        assertThat(composer.report(state).model().canonical())
                .isEqualTo(Samples.model().canonical());
        assertThat(composer.frameworkFile(state)).isEqualTo(Samples.FRAMEWORK_FILE);
        assertThat(reads).hasValue(1);
    }

    @Test
    void anotherFileUnderThatName_isRefused() {
        Composer other = new Composer(id -> new String(Samples.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                .replace("title: 样例指标体系", "title: 样例指标体系二")
                .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> other.report(state))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("FRAMEWORK_DIFFERS"));
        assertThatThrownBy(() -> other.frameworkFile(state)).isInstanceOf(Problem.class);
    }

    @Test
    void cycleThatHasNotOpened_isUnknown() {
        CycleState nothing = CycleFold.fold(EventScript.CYCLE, 0, List.of());
        assertThatThrownBy(() -> composer.report(nothing))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("CYCLE_UNKNOWN"));
    }
}
