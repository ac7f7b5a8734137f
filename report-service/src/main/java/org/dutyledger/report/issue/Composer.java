package org.dutyledger.report.issue;

import java.util.concurrent.ConcurrentHashMap;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.Problem;

/**
 * Makes reports and drafts of a state with the framework that the cycle was opened with: the one way, for drafts and for
 * issued reports. Thread-safe.
 */
public final class Composer {
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();
    private final Renderers renderers = new Renderers();
    private final Source frameworks;

    /** Where framework files come from. */
    public interface Source {
        /**
         * The bytes of the framework file with that id.
         *
         * @throws org.dutyledger.indicators.FrameworkException when there is none
         */
        byte[] get(String id);
    }

    /** A framework file, and what computes with it. */
    private record Known(byte[] file, ReportComputation computation) {}

    public Composer(Source frameworks) {
        this.frameworks = frameworks;
    }

    /**
     * The report of a state, with its evaluations computed from that state.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 409 {@code FRAMEWORK_DIFFERS} when this service holds another file under
     *     the framework's name
     */
    Report report(CycleState state) {
        return known(state).computation().of(state);
    }

    /**
     * The framework that the cycle of a state was opened with.
     *
     * @throws Problem as for {@link #report}
     */
    Framework framework(CycleState state) {
        return known(state).computation().framework();
    }

    /**
     * The bytes of the framework file that the cycle of a state was opened with.
     *
     * @throws Problem as for {@link #report}
     */
    public byte[] frameworkFile(CycleState state) {
        return known(state).file().clone();
    }

    RenderedFile html(ReportModel model) {
        return renderers.html(model);
    }

    RenderedFile docx(ReportModel model) {
        return renderers.docx(model);
    }

    private Known known(CycleState state) {
        Opening opening = state.opening();
        if (opening == null) {
            throw new Problem(404, "CYCLE_UNKNOWN", "there is no cycle '" + state.cycle() + "' at " + state.upTo());
        }
        CycleOpened opened = opening.event();
        Known found = known.computeIfAbsent(opened.framework(), this::read);
        Framework framework = found.computation().framework();
        if (!framework.sha256().equals(opened.frameworkSha256())) {
            throw new Problem(
                    409,
                    "FRAMEWORK_DIFFERS",
                    "the cycle was opened with " + opened.framework() + " version " + opened.frameworkVersion()
                            + " (sha256 " + opened.frameworkSha256() + "), this service holds version "
                            + framework.version() + " (sha256 " + framework.sha256() + ")");
        }
        return found;
    }

    private Known read(String id) {
        byte[] file = frameworks.get(id);
        return new Known(file, ReportComputation.of(file));
    }
}
