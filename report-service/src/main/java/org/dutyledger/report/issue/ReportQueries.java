package org.dutyledger.report.issue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.completeness.Draft;
import org.dutyledger.report.view.ReportProjection;

/** Returns drafts, which are made on request and not recorded, and issued reports. */
public final class ReportQueries {
    private final ReportProjection projection;
    private final ProjectionCheck check;
    private final Composer composer;
    private final ReportFiles files;
    private final GenuineReports genuine;
    private final Duration timeout;

    public ReportQueries(
            ReportProjection projection,
            ProjectionCheck check,
            Composer composer,
            ReportFiles files,
            GenuineReports genuine,
            Duration timeout) {
        this.projection = projection;
        this.check = check;
        this.composer = composer;
        this.files = files;
        this.genuine = genuine;
        this.timeout = timeout;
    }

    /** How a cycle was opened, by what is known here; 404 {@code CYCLE_UNKNOWN} when it was not. */
    public CycleOpened opened(String cycle) {
        return opened(cycle, projection);
    }

    static CycleOpened opened(String cycle, ReportProjection projection) {
        Opening opening = projection.state(cycle, projection.appliedTo()).opening();
        if (opening == null) {
            throw unknownCycle(cycle);
        }
        return opening.event();
    }

    /** 404 for a cycle that does not exist, or has not arrived here, and the same for one that the caller may not see. */
    public static Problem unknownCycle(String cycle) {
        return new Problem(404, "CYCLE_UNKNOWN", "there is no cycle '" + cycle + "'");
    }

    /**
     * The framework file that a cycle was opened with.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 409 {@code FRAMEWORK_NOT_INSTALLED}
     */
    public byte[] frameworkFile(String cycle) {
        return composer.frameworkFile(projection.state(cycle, projection.appliedTo()));
    }

    /** The report as it would be now, as a page that is marked 草稿 and may be incomplete. */
    public RenderedFile draftHtml(String cycle) {
        return composer.html(draft(cycle));
    }

    /** The same as a document. */
    public RenderedFile draftDocx(String cycle) {
        return composer.docx(draft(cycle));
    }

    /** The reports issued for a cycle, the last one first; records that the ledger does not bear out are left out. */
    public List<IssuedReport> issued(String cycle) {
        return issued(projection.state(cycle, projection.appliedTo()));
    }

    private List<IssuedReport> issued(CycleState state) {
        return state.issued().stream()
                .flatMap(i -> IssuedReport.of(i.event(), i.setBy().position()).stream())
                .filter(genuine::contains)
                .sorted((a, b) -> Long.compare(b.position(), a.position()))
                .toList();
    }

    /**
     * An issued report.
     *
     * @throws Problem 404 {@code REPORT_UNKNOWN}; 409 {@code REPORT_NOT_PROVEN} when the ledger has a record of that
     *     name that its events do not confirm; 503 {@code PROJECTION_BEHIND} before its record has arrived
     */
    public IssuedReport report(String cycle, String report) {
        return find(cycle, report)
                .orElseThrow(() -> files.model(cycle, report).isPresent()
                        ? recordOnItsWay(report)
                        : new Problem(404, "REPORT_UNKNOWN", "there is no report '" + report + "' of this cycle"));
    }

    /**
     * A file of an issued report, checked against the hash that the ledger holds.
     *
     * @throws Problem 404 {@code FILE_UNKNOWN}; 409 {@code FILE_ALTERED} when it is not what was issued; otherwise as for
     *     {@link #report}
     */
    public RenderedFile file(String cycle, String report, String name) {
        Optional<IssuedReport> issued = find(cycle, report);
        RenderedFile file = files.find(cycle, report, name).orElseThrow(() -> unknown(report, name));
        String sha256 = issued.orElseThrow(() -> recordOnItsWay(report)).files().stream()
                .filter(f -> f.name().equals(name))
                .map(IssuedFile::sha256)
                .findFirst()
                .orElseThrow(() -> unknown(report, name));
        if (!file.sha256().equals(sha256)) {
            throw new Problem(409, "FILE_ALTERED", "the stored file is not the one whose hash the ledger holds");
        }
        return file;
    }

    /** The issued report of that name; empty when the ledger has no record of it yet. */
    private Optional<IssuedReport> find(String cycle, String report) {
        CycleState state = projection.state(cycle, projection.appliedTo());
        Optional<IssuedReport> found =
                issued(state).stream().filter(r -> r.report().equals(report)).findFirst();
        boolean recorded =
                state.issued().stream().anyMatch(i -> i.event().report().equals(report));
        if (found.isEmpty() && recorded) {
            throw new Problem(
                    409,
                    "REPORT_NOT_PROVEN",
                    "what the ledger records as report '" + report
                            + "' was not compared with its events, or is not what they give; issue it again");
        }
        return found;
    }

    private ReportModel draft(String cycle) {
        long scored = projection.scoredTo();
        boolean reached = projection.awaitEvents(scored, timeout);
        CycleState state = projection.state(cycle, scored);
        if (!reached || state.opening() == null) {
            throw new Problem(
                    503,
                    "PROJECTION_BEHIND",
                    "events are applied up to " + projection.appliedTo() + ", scoring is at " + scored,
                    List.of(),
                    Duration.ofSeconds(5));
        }
        Report computed = composer.report(state);
        check.noteEvaluations(computed);
        return Draft.of(computed.model());
    }

    /** Files are stored before the ledger event, so a client may ask before the event has arrived. */
    private static Problem recordOnItsWay(String report) {
        return new Problem(
                503,
                "PROJECTION_BEHIND",
                "the ledger's record of report '" + report + "' has not arrived here yet",
                List.of(),
                Duration.ofSeconds(1));
    }

    private static Problem unknown(String report, String name) {
        return new Problem(404, "FILE_UNKNOWN", "there is no file '" + name + "' of report '" + report + "'");
    }
}
