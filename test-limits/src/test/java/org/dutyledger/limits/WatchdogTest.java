package org.dutyledger.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration LONG = Duration.ofDays(1);
    private final CompletableFuture<String> reason = new CompletableFuture<>();

    @Test
    void withoutProgress_reportsTheLastEvent() throws Exception {
        Watchdog watchdog = new Watchdog(Duration.ofSeconds(1), LONG, reason::complete);
        watchdog.progress("start of a");
        assertThat(reason.get(30, TimeUnit.SECONDS)).isEqualTo("no progress within 1 s after the start of a");
    }

    @Test
    void withProgressForEver_theJvmHasALimit() throws Exception {
        Watchdog watchdog = new Watchdog(LONG, Duration.ofSeconds(1), reason::complete);
        watchdog.progress("start of b");
        assertThat(reason.get(30, TimeUnit.SECONDS)).isEqualTo("tests still run after 1 s, last: start of b");
    }

    @Test
    void threadDump_holdsWholeStacksAndLocks() {
        String dump;
        synchronized (reason) {
            dump = deep(20);
        }
        assertThat(dump)
                .contains("threadDump_holdsWholeStacksAndLocks")
                .contains("- locked java.util.concurrent.CompletableFuture");
    }

    private static String deep(int frames) {
        return frames == 0 ? ThreadDump.ofThisJvm() : deep(frames - 1);
    }
}
