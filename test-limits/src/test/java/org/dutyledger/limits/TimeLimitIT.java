package org.dutyledger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that never end, each in a JVM of its own; the JVMs run beside each other, since all they do is wait. */
class TimeLimitIT {
    private static final Map<Class<?>, Process> RUNNING = new HashMap<>();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void startAll() throws IOException {
        start(NeverEnding.InATest.class, "-Dtest.limit.seconds=1", "-Dtest.limit.grace.seconds=4");
        start(NeverEnding.InSetUp.class, "-Dtest.limit.seconds=1", "-Dtest.limit.grace.seconds=4");
        start(NeverEnding.Interruptible.class);
    }

    @AfterAll
    static void endAll() {
        RUNNING.values().forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(classes = {NeverEnding.InATest.class, NeverEnding.InSetUp.class})
    void aWaitThatIgnoresInterrupts_endsTheJvmWithAThreadDump(Class<?> test) throws Exception {
        assertThat(exitCode(test)).isEqualTo(Watchdog.EXIT_CODE);
        assertThat(output(test))
                .contains("TEST TIME LIMIT: no progress within 5 s after the start of")
                .contains(test.getName() + ".waitsForEver");
    }

    @Test
    void anInterruptibleWait_failsThatTestWithAThreadDump() throws Exception {
        Class<?> test = NeverEnding.Interruptible.class;
        assertThat(exitCode(test)).as("the JVM continues with the next test").isZero();
        assertThat(output(test))
                .contains("junit-jupiter-timeout-watcher")
                .contains(test.getName() + ".waitsForEver")
                .doesNotContain("TEST TIME LIMIT");
    }

    private static void start(Class<?> test, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D" + NeverEnding.RUN + "=true");
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), NeverEnding.class.getName(), test.getName()));
        RUNNING.put(
                test,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(file(test).toFile())
                        .start());
    }

    private static int exitCode(Class<?> test) throws InterruptedException {
        Process jvm = RUNNING.get(test);
        assertThat(jvm.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return jvm.exitValue();
    }

    private static String output(Class<?> test) throws IOException {
        return Files.readString(file(test), StandardCharsets.UTF_8);
    }

    private static Path file(Class<?> test) {
        return folder.resolve(test.getSimpleName());
    }
}
