package org.dutyledger.report.issue;

import java.util.List;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.ReportIssued;

/**
 * A report that is recorded in the ledger.
 *
 * @param report its id
 * @param upToPosition the ledger position it was made from
 * @param position where the ledger records that it was issued
 * @param provable whether the ledger recorded what a proof needs; the first reports lack it
 */
public record IssuedReport(
        String cycle,
        String report,
        long upToPosition,
        long position,
        boolean provable,
        String modelSha256,
        List<IssuedFile> files) {
    public IssuedReport {
        files = List.copyOf(files);
    }

    static IssuedReport of(ReportIssued event, long position) {
        return new IssuedReport(
                event.cycle(),
                event.report(),
                event.upToPosition(),
                position,
                event.streamsRoot() != null,
                event.modelSha256(),
                event.files());
    }

    /** One that is recorded just now. */
    static IssuedReport of(IssueRecorder.Issue issue, long position) {
        return new IssuedReport(
                issue.cycle(),
                issue.report(),
                issue.upToPosition(),
                position,
                true,
                issue.modelSha256(),
                issue.files());
    }
}
