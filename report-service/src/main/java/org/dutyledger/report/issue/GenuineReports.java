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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells issued reports from mere records of them: a report is one when this service holds model and files of the recorded
 * hashes, or can make them from the ledger; then what was lost is kept again. Each record is looked at once. Safe for
 * threads.
 */
public final class GenuineReports {
    private static final Logger LOG = LoggerFactory.getLogger(GenuineReports.class);
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Renderers renderers = new Renderers();
    private final ReportFiles files;
    private final LedgerReplay replay;

    public GenuineReports(ReportFiles files, LedgerReplay replay) {
        this.files = files;
        this.replay = replay;
    }

    /**
     * Whether a recorded report is genuine.
     *
     * @throws Problem 503 {@code LEDGER_UNAVAILABLE} when that cannot be told now
     */
    boolean contains(IssuedReport report) {
        String key = report.cycle() + "/" + report.report() + "@" + report.position();
        Boolean before = known.get(key);
        if (before != null) {
            return before;
        }
        boolean genuine = isHeld(report) || isMade(report);
        if (!genuine) {
            LOG.error(
                    "report {} recorded at {} is not what the ledger gives; it is not listed", key, report.position());
        }
        known.put(key, genuine);
        return genuine;
    }

    private boolean isHeld(IssuedReport report) {
        boolean model = files.model(report.cycle(), report.report())
                .filter(report::hasModel)
                .isPresent();
        return model
                && report.files().stream().allMatch(file -> files.find(report.cycle(), report.report(), file.name())
                        .filter(held -> asIssued(held).equals(file))
                        .isPresent());
    }

    private boolean isMade(IssuedReport report) {
        if (!report.form().equals(ReportComputation.FORM)) {
            return false;
        }
        try {
            ReportModel model =
                    replay.report(report.cycle(), report.upToPosition()).model();
            List<RenderedFile> rendered = renderers.files(model);
            boolean same = model.sha256().equals(report.modelSha256())
                    && rendered.stream().map(GenuineReports::asIssued).toList().equals(report.files());
            if (same) {
                files.putMissing(report.cycle(), report.report(), model, rendered);
            }
            return same;
        } catch (Problem e) {
            if (e.status() >= 500) {
                throw e;
            }
            return false;
        }
    }

    private static IssuedFile asIssued(RenderedFile file) {
        return new IssuedFile(file.name(), file.mediaType(), file.sha256(), file.bytes().length);
    }
}
