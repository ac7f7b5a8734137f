package org.dutyledger.report.issue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.view.ReportProjection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Distinguishes issued reports from mere records of them: a report is genuine when the events give its model and files.
 * For a form that this program no longer produces, model and files of the recorded hashes must be stored here. A lost
 * file is made and stored again. Each record is checked once. Thread-safe.
 */
public final class GenuineReports {
    private static final Logger LOG = LoggerFactory.getLogger(GenuineReports.class);
    private final Map<IssuedReport, Boolean> known = new ConcurrentHashMap<>();
    private final Renderers renderers = new Renderers();
    private final ReportFiles files;
    private final ReportProjection projection;
    private final Composer composer;

    public GenuineReports(ReportFiles files, ReportProjection projection, Composer composer) {
        this.files = files;
        this.projection = projection;
        this.composer = composer;
    }

    /**
     * Whether a recorded report is genuine.
     *
     * @throws Problem 503 {@code PROJECTION_BEHIND} when that cannot be decided now
     */
    boolean contains(IssuedReport report) {
        Boolean before = known.get(report);
        if (before != null) {
            return before;
        }
        boolean genuine = report.form().equals(ReportComputation.FORM) ? isMade(report) : isStored(report);
        if (!genuine) {
            LOG.error(
                    "report {} of cycle {} recorded at {} is not what the ledger gives; it is not listed",
                    report.report(),
                    report.cycle(),
                    report.position());
        }
        known.put(report, genuine);
        return genuine;
    }

    private boolean isMade(IssuedReport report) {
        try {
            ReportModel model = composer.report(projection.state(report.cycle(), report.upToPosition()))
                    .model();
            return model.sha256().equals(report.modelSha256()) && isRendered(report, model);
        } catch (Problem e) {
            if (e.status() >= 500) {
                throw e;
            }
            return false;
        }
    }

    private boolean isRendered(IssuedReport report, ReportModel model) {
        List<RenderedFile> rendered = renderers.files(model);
        boolean same = rendered.stream().map(GenuineReports::asIssued).toList().equals(report.files());
        if (same) {
            files.putMissing(report.cycle(), report.report(), model, rendered);
        }
        return same;
    }

    private boolean isStored(IssuedReport report) {
        boolean model = files.model(report.cycle(), report.report())
                .filter(report::hasModel)
                .isPresent();
        return model
                && report.files().stream().allMatch(file -> files.find(report.cycle(), report.report(), file.name())
                        .filter(held -> asIssued(held).equals(file))
                        .isPresent());
    }

    private static IssuedFile asIssued(RenderedFile file) {
        return new IssuedFile(file.name(), file.mediaType(), file.sha256(), file.bytes().length);
    }
}
