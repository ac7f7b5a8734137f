package org.dutyledger.submission.intake;

import org.dutyledger.ledger.LedgerException;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.framework.Frameworks;
import org.dutyledger.submission.intake.request.Request;
import org.dutyledger.submission.intake.request.Stamp;
import org.dutyledger.submission.view.CycleDirectory;

/** What a request is judged against: the cycles there are and the frameworks there are. */
public record Situation(CycleDirectory cycles, Frameworks frameworks) {

    DutyCommand command(Request request, Stamp stamp) {
        return request.command(stamp, cycles, frameworks);
    }

    /** The caller of a command that changed a cycle reads its own writes. */
    void changed(String cycle) {
        try {
            cycles.refresh(cycle);
        } catch (LedgerException e) {
            // the change is a fact and must not be told as a failure; the directory reads on by itself in two seconds
        }
    }
}
