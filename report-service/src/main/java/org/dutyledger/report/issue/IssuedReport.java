package org.dutyledger.report.issue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.ReportIssued;

/**
 * A report that is recorded in the ledger.
 *
 * @param report its id
 * @param upToPosition the ledger position it was made from
 * @param position where the ledger records that it was issued
 * @param form version of the code that made it
 */
public record IssuedReport(
        String cycle,
        String report,
        long upToPosition,
        long position,
        String form,
        String modelSha256,
        List<IssuedFile> files) {
    public IssuedReport {
        files = List.copyOf(files);
    }

    /** The report of an event, empty where the ledger's owner has not compared it with the events. */
    static Optional<IssuedReport> of(ReportIssued event, long position) {
        String form = event.form();
        return form == null
                ? Optional.empty()
                : Optional.of(new IssuedReport(
                        event.cycle(),
                        event.report(),
                        event.upToPosition(),
                        position,
                        form,
                        event.modelSha256(),
                        event.files()));
    }

    /** Whether these are the canonical bytes of its model. */
    public boolean hasModel(byte[] canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
            return HexFormat.of().formatHex(hash).equals(modelSha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A report that was just recorded. */
    static IssuedReport of(IssueRecorder.Issue issue, long position) {
        return new IssuedReport(
                issue.cycle(),
                issue.report(),
                issue.upToPosition(),
                position,
                ReportComputation.FORM,
                issue.modelSha256(),
                issue.files());
    }
}
