package org.dutyledger.submission.audit.proof;

import java.util.List;
import org.dutyledger.events.CycleEvent.ReportIssued;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.submission.audit.SignedTree;
import org.dutyledger.submission.view.CycleView;
import org.springframework.stereotype.Component;

/** Finds what proves an issued report, or gives the reason why there is no proof of it. */
@Component
final class ReportProofs {
    private static final int MOST_EVENTS = 20_000;
    private final LedgerReader ledger;
    private final CycleStreams streams;
    private final SignedTree tree;

    ReportProofs(LedgerReader ledger, CycleStreams streams, SignedTree tree) {
        this.ledger = ledger;
        this.streams = streams;
        this.tree = tree;
    }

    /**
     * The proof, yet to be read.
     *
     * @param upToPosition that the report was made from
     * @param issued position of the event that records it
     * @throws Problem 404 {@code REPORT_UNKNOWN}; 409 {@code PROOF_NOT_AVAILABLE} for a report of before reports were
     *     compared with the events, or {@code LEDGER_ALTERED}; 422 {@code PROOF_TOO_LARGE}
     */
    ReportProof of(CycleView cycle, long upToPosition, long issued) {
        StoredEvent event = ledger.find(issued).orElseThrow(ReportProofs::unknown);
        if (!(RecordedEvent.decode(issued, null, event.data()).event() instanceof ReportIssued report)
                || !report.cycle().equals(cycle.cycle())
                || report.upToPosition() != upToPosition) {
            throw unknown();
        }
        String root = report.streamsRoot();
        if (root == null || report.form() == null) {
            throw new Problem(
                    409,
                    "PROOF_NOT_AVAILABLE",
                    "report '" + report.report() + "' was recorded before the ledger compared reports with its events; "
                            + "a report issued now has one");
        }
        List<StreamsRoot.End> ends = streams.upTo(cycle, upToPosition);
        long events = 1 + ends.stream().mapToLong(StreamsRoot.End::length).sum();
        if (events > MOST_EVENTS) {
            throw new Problem(
                    422, "PROOF_TOO_LARGE", "the proof would hold " + events + " events, the most is " + MOST_EVENTS);
        }
        if (!StreamsRoot.hex(ends).equals(root)) {
            throw new Problem(
                    409, "LEDGER_ALTERED", "the streams of the cycle are not those that were recorded with the report");
        }
        SignedNote checkpoint = tree.checkpointOf(issued);
        return new ReportProof(checkpoint, tree, ends, new MergedStreams(ledger, ends), event);
    }

    private static Problem unknown() {
        return new Problem(404, "REPORT_UNKNOWN", "no report of this cycle up to that position is recorded there");
    }
}
