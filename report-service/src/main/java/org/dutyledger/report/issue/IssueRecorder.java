package org.dutyledger.report.issue;

import org.dutyledger.events.CycleEvent.ReportIssued;

/** Has the ledger's owner record that a report was issued. */
public interface IssueRecorder {
    /**
     * Records it; recording the same report again gives the first position.
     *
     * @param bearer the caller's own token: the ledger names who issued
     * @return the position of the event
     * @throws org.dutyledger.kit.Problem as the ledger's owner refuses it, or 503 when it does not answer
     */
    long record(ReportIssued report, String bearer);
}
