package org.dutyledger.report.issue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.completeness.Completeness;
import org.dutyledger.report.view.ReportProjection;
import org.jspecify.annotations.Nullable;

/**
 * Issues reports: computed by replaying the ledger up to a position, never from what a screen shows. The same position
 * gives the same bytes, for every issuer and at any time.
 */
public final class ReportIssuer {
    private static final int ID_HASH = 12;
    private static final Duration LIST_TIMEOUT = Duration.ofSeconds(1);
    private final LedgerReplay replay;
    private final ProjectionCheck check;
    private final ReportProjection projection;
    private final ReportFiles files;
    private final IssueRecorder recorder;
    private final Duration timeout;
    private final Renderers renderers = new Renderers();

    /** @param timeout how long to wait for events and evaluations to arrive */
    public ReportIssuer(
            LedgerReplay replay,
            ProjectionCheck check,
            ReportProjection projection,
            ReportFiles files,
            IssueRecorder recorder,
            Duration timeout) {
        this.replay = replay;
        this.check = check;
        this.projection = projection;
        this.files = files;
        this.recorder = recorder;
        this.timeout = timeout;
    }

    /**
     * Issues a report.
     *
     * @param mayIssueFor refuses a jurisdiction that is not the caller's
     * @param upToPosition the position to replay to; null for everything the ledger holds now, which gives the report that
     *     was issued last where nothing of the cycle has changed since
     * @param incomplete whether to issue also what is not complete; the report then prints 待填报 where something is missing
     * @param bearer the caller's token, for the record in the ledger
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 422 {@code POSITION_UNKNOWN}; 503 {@code PROJECTION_BEHIND}; 409
     *     {@code PROJECTION_DIFFERS}; 409 {@code REPORT_INCOMPLETE} as {@link Completeness} decides, also where such a
     *     report was issued before; what the recorder refuses
     */
    public IssuedReport issue(
            String cycle,
            Consumer<String> mayIssueFor,
            @Nullable Long upToPosition,
            boolean incomplete,
            String bearer) {
        long settled = settle(upToPosition);
        // before the replay: what it refuses would show a stranger that the cycle exists
        mayIssueFor.accept(ReportQueries.opened(cycle, projection).jurisdiction());
        long upTo = upToPosition == null ? issuedBefore(cycle, settled) : settled;
        Report computed = replay.report(cycle, upTo);
        ReportModel model = computed.model();
        mayIssueFor.accept(model.about().jurisdiction());
        check.require(computed);
        if (!incomplete) {
            Completeness.require(replay.framework(computed), computed);
        }
        List<RenderedFile> rendered = renderers.files(model);
        String report = "r" + upTo + "-" + model.sha256().substring(0, ID_HASH);
        List<IssuedFile> issued = rendered.stream()
                .map(f -> new IssuedFile(f.name(), f.mediaType(), f.sha256(), f.bytes().length))
                .toList();
        Optional<IssuedReport> before = recordedBefore(cycle, report).filter(r -> isOf(r, model.sha256(), issued));
        if (before.isPresent()) {
            // another form may give other bytes: what was issued stays; the same bytes restore a lost file
            if (before.get().files().equals(issued)) {
                files.put(cycle, report, model, rendered);
            }
            return before.get();
        }
        files.put(cycle, report, model, rendered);
        IssueRecorder.Issue issue = new IssueRecorder.Issue(cycle, report, upTo, model.sha256(), issued);
        long position = recorder.record(issue, bearer);
        // so that the caller finds the report in the list at once; it is recorded either way
        projection.awaitEvents(position, LIST_TIMEOUT);
        return IssuedReport.of(issue, position);
    }

    /** The position of the report that was issued last, where only issues were recorded since; else the given one. */
    private long issuedBefore(String cycle, long upTo) {
        CycleState state = projection.state(cycle, upTo);
        return state.issued().stream()
                .mapToLong(issued -> issued.event().upToPosition())
                .filter(last -> last >= state.changedAt() && last <= upTo && projection.endsCommit(last))
                .max()
                .orElse(upTo);
    }

    /** The ledger's earlier record of this very report, by any issuer. */
    private Optional<IssuedReport> recordedBefore(String cycle, String report) {
        return projection.state(cycle, projection.appliedTo()).issued().stream()
                .filter(i -> i.event().report().equals(report))
                .findFirst()
                .flatMap(i -> IssuedReport.of(i.event(), i.setBy().position()));
    }

    /** False for a record of the same report with other content: the ledger then refuses this one. */
    private static boolean isOf(IssuedReport before, String modelSha256, List<IssuedFile> issued) {
        boolean sameFiles =
                !before.form().equals(ReportComputation.FORM) || before.files().equals(issued);
        return before.modelSha256().equals(modelSha256) && sameFiles;
    }

    /** Waits for the projections. Default: scoring's watermark, because no evaluation exists between two batches. */
    private long settle(@Nullable Long requested) {
        long size = replay.size();
        if (requested != null && (requested < 0 || requested >= size)) {
            throw new Problem(
                    422, "POSITION_UNKNOWN", "the ledger holds positions 0 to " + (size - 1) + ", not " + requested);
        }
        long atLeast = requested == null ? size - 1 : requested;
        if (!projection.await(atLeast, timeout)) {
            throw behind(atLeast);
        }
        if (requested != null) {
            requireCommitEnd(requested);
            return requested;
        }
        long scored = projection.scoredTo();
        if (!projection.awaitEvents(scored, timeout)) {
            throw behind(scored);
        }
        return scored;
    }

    /** A report of half a commit would show a state that the ledger never had. */
    private void requireCommitEnd(long position) {
        if (!projection.endsCommit(position)) {
            throw new Problem(
                    422,
                    "POSITION_UNKNOWN",
                    "position " + position
                            + " is inside a commit, whose events were recorded together; give the last of"
                            + " its positions");
        }
    }

    private Problem behind(long position) {
        return new Problem(
                503,
                "PROJECTION_BEHIND",
                "position " + position + " is not applied yet: events up to " + projection.appliedTo()
                        + ", scoring up to " + projection.scoredTo(),
                List.of(),
                Duration.ofSeconds(5));
    }
}
