package org.dutyledger.report.issue;

import java.util.List;
import org.dutyledger.events.CycleEvent.IssuedFile;

/** Requests the ledger's owner to record an issued report. */
public interface IssueRecorder {
    /**
     * Records it; recording the same report again gives the first position.
     *
     * @param bearer the caller's own token: the ledger names who issued
     * @return the position of the event
     * @throws org.dutyledger.kit.Problem as the ledger's owner refuses it, or 503 when it does not answer
     */
    long record(Issue issue, String bearer);

    /** The recorded data; the ledger's owner computes what a proof needs beyond it. */
    record Issue(String cycle, String report, long upToPosition, String modelSha256, List<IssuedFile> files) {
        public Issue {
            files = List.copyOf(files);
        }
    }
}
