package org.dutyledger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that never end, each in a JVM of its own. */
class TimeLimitIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(classes = {NeverEnding.InATest.class, NeverEnding.InSetUp.class})
    void aWaitThatIgnoresInterrupts_endsTheJvmWithAThreadDump(Class<?> test) throws Exception {
        Ended ended = run(test, "-Dtest.limit.seconds=1", "-Dtest.limit.grace.seconds=4");
        assertThat(ended.exitCode()).isEqualTo(Watchdog.EXIT_CODE);
        assertThat(ended.output())
                .contains("TEST TIME LIMIT: no progress within 5 s after the start of")
                .contains(test.getName() + ".waitsForEver");
    }

    @Test
    void anInterruptibleWait_failsThatTestWithAThreadDump() throws Exception {
        Ended ended = run(NeverEnding.Interruptible.class);
        assertThat(ended.exitCode()).as("the JVM goes on with the next test").isZero();
        assertThat(ended.output())
                .contains("junit-jupiter-timeout-watcher")
                .contains(NeverEnding.Interruptible.class.getName() + ".waitsForEver")
                .doesNotContain("TEST TIME LIMIT");
    }

    private Ended run(Class<?> test, String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + NeverEnding.RUN + "=true");
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), NeverEnding.class.getName(), test.getName()));
        Process jvm = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jvm.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        return new Ended(jvm.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private record Ended(int exitCode, String output) {}
}
