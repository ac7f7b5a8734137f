package org.dutyledger.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StagesTest {
    private final AtomicLong clock = new AtomicLong();
    private final Stages stages = new Stages(clock::get);

    @Test
    void stages_areTimedAndAddedUp() {
        stages.add("build", Duration.ofSeconds(20));
        assertThat(stages.<String>run("services", () -> after(9_300, "up"))).isEqualTo("up");
        assertThat(stages.text()).isEqualTo("build 20.0 s · services 9.3 s · total 29.3 s");
    }

    @Test
    void failedStage_isTimedToo() {
        assertThatThrownBy(() -> stages.run("services", () -> {
                    after(100, "");
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");
        assertThat(stages.durations()).containsEntry("services", Duration.ofMillis(100));
    }

    private String after(long millis, String result) {
        clock.addAndGet(Duration.ofMillis(millis).toNanos());
        return result;
    }
}
