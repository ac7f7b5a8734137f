package org.dutyledger.report.issue;

import java.util.concurrent.ConcurrentHashMap;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.Problem;

/** Gives the framework of a cycle, and refuses one that is not the one the cycle was opened with. */
public final class FrameworkStore {
    private final ConcurrentHashMap<String, Framework> read = new ConcurrentHashMap<>();
    private final Source source;

    /** Where frameworks come from. */
    public interface Source {
        /**
         * The framework with that id.
         *
         * @throws org.dutyledger.indicators.FrameworkException when there is none, or it is wrong
         */
        Framework get(String id);
    }

    public FrameworkStore(Source source) {
        this.source = source;
    }

    /**
     * The framework the cycle was opened with.
     *
     * @throws Problem 409 {@code FRAMEWORK_DIFFERS} when this service holds another file under that name
     */
    Framework of(CycleOpened opened) {
        Framework framework = read.computeIfAbsent(opened.framework(), source::get);
        if (!framework.sha256().equals(opened.frameworkSha256())) {
            throw new Problem(
                    409,
                    "FRAMEWORK_DIFFERS",
                    "the cycle was opened with " + opened.framework() + " version " + opened.frameworkVersion()
                            + " (sha256 " + opened.frameworkSha256() + "), this service holds version "
                            + framework.version() + " (sha256 " + framework.sha256() + ")");
        }
        return framework;
    }
}
