package org.dutyledger.report.issue;

import java.util.List;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkBinding;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.indicators.files.FrameworkRegistry;
import org.dutyledger.kit.Problem;

/**
 * Makes reports and drafts of a state with the framework that the cycle was opened with: the one way, for drafts and for
 * issued reports. Thread-safe.
 */
public final class Composer {
    private final FrameworkRegistry<Installed> frameworks;
    private final Renderers renderers = new Renderers();

    /** A framework file, and what computes with it. */
    private record Installed(FrameworkFile file, ReportComputation computation) {}

    /** @param files the framework files that are installed */
    public Composer(List<FrameworkFile> files) {
        this.frameworks = new FrameworkRegistry<>(
                files.stream()
                        .map(file -> new Installed(file, new ReportComputation(file.framework())))
                        .toList(),
                installed -> installed.file().framework());
    }

    /**
     * The report of a state, with its evaluations computed from that state.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 409 {@code FRAMEWORK_NOT_INSTALLED}
     */
    Report report(CycleState state) {
        return installed(state).computation().of(state);
    }

    /**
     * The framework that the cycle of a state was opened with.
     *
     * @throws Problem as for {@link #report}
     */
    Framework framework(CycleState state) {
        return installed(state).computation().framework();
    }

    /**
     * The bytes of the framework file that the cycle of a state was opened with.
     *
     * @throws Problem as for {@link #report}
     */
    public byte[] frameworkFile(CycleState state) {
        return installed(state).file().bytes();
    }

    RenderedFile html(ReportModel model) {
        return renderers.html(model);
    }

    RenderedFile docx(ReportModel model) {
        return renderers.docx(model);
    }

    private Installed installed(CycleState state) {
        Opening opening = state.opening();
        if (opening == null) {
            throw new Problem(404, "CYCLE_UNKNOWN", "there is no cycle '" + state.cycle() + "' at " + state.upTo());
        }
        CycleOpened opened = opening.event();
        FrameworkBinding binding =
                new FrameworkBinding(opened.framework(), opened.frameworkVersion(), opened.frameworkSha256());
        return frameworks
                .exactly(binding)
                .orElseThrow(() -> new Problem(409, "FRAMEWORK_NOT_INSTALLED", binding.absence(opened.cycle())));
    }
}
