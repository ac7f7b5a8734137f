package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private final CycleState state = Samples.state(Samples.script());
    private final Composer composer = composer(Samples.FRAMEWORK_FILE);

    @Test
    void report_isMadeWithTheFileThatTheCycleWasOpenedWith() {
        assertThat(composer.report(state).model().canonical())
                .isEqualTo(Samples.model().canonical());
        assertThat(composer.frameworkFile(state)).isEqualTo(Samples.FRAMEWORK_FILE);
    }

    @Test
    void anotherFileUnderThatName_isNotTakenForIt() {
        byte[] file = new String(Samples.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                .replace("title: 样例指标体系", "title: 样例指标体系二")
                .getBytes(StandardCharsets.UTF_8);
        Composer other = composer(file);
        assertThatThrownBy(() -> other.report(state)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.status()).isEqualTo(409);
            assertThat(p.code()).isEqualTo("FRAMEWORK_NOT_INSTALLED");
        });
        assertThatThrownBy(() -> other.frameworkFile(state)).isInstanceOf(Problem.class);
        assertThat(composer(file, Samples.FRAMEWORK_FILE).frameworkFile(state)).isEqualTo(Samples.FRAMEWORK_FILE);
    }

    @Test
    void cycleThatHasNotOpened_isUnknown() {
        CycleState nothing = CycleFold.fold(EventScript.CYCLE, 0, List.of());
        assertThatThrownBy(() -> composer.report(nothing))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("CYCLE_UNKNOWN"));
    }

    private static Composer composer(byte[]... files) {
        return new Composer(Arrays.stream(files)
                .map(file -> FrameworkFile.of("sample.yaml", file))
                .toList());
    }
}
