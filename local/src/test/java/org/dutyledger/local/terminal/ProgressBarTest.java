package org.dutyledger.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutTerminal_someWholeLines() {
        steps(new ProgressBar(out, false, 10), 10);
        assertThat(text().lines()).hasSize(5).allMatch(line -> line.matches("  \\d+/10  财政局"));
        assertThat(text()).doesNotContain("\r").contains("10/10");
    }

    @Test
    void fewSteps_eachHasItsLine() {
        steps(new ProgressBar(out, false, 2), 2);
        assertThat(text().lines()).hasSize(2);
    }

    @Test
    void onTerminal_oneLineThatMoves() {
        steps(new ProgressBar(out, true, 4), 4);
        assertThat(text().split("\r")).hasSize(5);
        assertThat(text())
                .contains("[" + "#".repeat(15) + ".".repeat(15) + "] 2/4")
                .endsWith(System.lineSeparator());
    }

    private static void steps(ProgressBar bar, int count) {
        for (int i = 0; i < count; i++) {
            bar.step("财政局");
        }
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
