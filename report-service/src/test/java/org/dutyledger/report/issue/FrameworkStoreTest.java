package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.CycleOpenedV1;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;

class FrameworkStoreTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final FrameworkStore store = new FrameworkStore(id -> {
        reads.incrementAndGet();
        return Samples.FRAMEWORK;
    });

    @Test
    void framework_isReadOnce() {
        assertThat(store.of(opened(Samples.FRAMEWORK.sha256()))).isSameAs(Samples.FRAMEWORK);
        store.of(opened(Samples.FRAMEWORK.sha256()));
        assertThat(reads).hasValue(1);
    }

    @Test
    void anotherFileUnderThatName_isRefused() {
        assertThatThrownBy(() -> store.of(opened("cd".repeat(32))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("FRAMEWORK_DIFFERS"));
    }

    private static CycleOpened opened(String sha256) {
        return new CycleOpenedV1("c", "330602", "越城区", 2021, "sample-2021", "1", sha256, null);
    }
}
