package org.dutyledger.limits;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What {@link TimeLimitIT} runs in JVMs of their own: each waits for ever and ignores interrupts. */
final class NeverEnding {
    /** Set by {@link TimeLimitIT}: a build that selects tests by an odd pattern must not run these. */
    static final String RUN = "never-ending";

    private NeverEnding() {}

    @EnabledIfSystemProperty(named = RUN, matches = "true")
    static final class InATest {
        @Test
        void waitsForEver() {
            new CompletableFuture<Void>().join();
        }
    }

    @EnabledIfSystemProperty(named = RUN, matches = "true")
    static final class InSetUp {
        @BeforeAll
        static void waitsForEver() {
            new CompletableFuture<Void>().join();
        }

        @Test
        void neverReached() {}
    }

    @EnabledIfSystemProperty(named = RUN, matches = "true")
    static final class Interruptible {
        @Test
        void waitsForEver() throws InterruptedException {
            synchronized (this) {
                wait();
            }
        }
    }

    static final class Passing {
        @Test
        void passes() {}
    }

    public static void main(String[] arguments) {
        // loads and warms up JUnit, so that the short limit is not spent on that
        LauncherConfig unwatched = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(unwatched).execute(request(Passing.class.getName()));
        LauncherFactory.create().execute(request(arguments[0]));
    }

    private static LauncherDiscoveryRequest request(String test) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(test))
                .configurationParameter("junit.jupiter.execution.timeout.default", "1 s")
                .configurationParameter("junit.jupiter.execution.timeout.threaddump.enabled", "true")
                .build();
    }
}
