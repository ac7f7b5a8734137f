package org.dutyledger.submission.audit.proof;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.submission.view.CycleView;
import org.springframework.stereotype.Component;

/**
 * Reads how far the streams of a cycle reach at a position of the ledger, from the end of each.
 *
 * <p>The seam between recording and proving: the intake asks here when a report is recorded, and gives the domain the
 * finished root as a value; a proof asks here again later. So both are computed from the ledger by the same code, the
 * domain needs no store, this package does not depend on the domain, and no package depends on the intake.
 */
@Component
public final class CycleStreams {
    private final LedgerReader ledger;

    public CycleStreams(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The streams that hold an event at or before the position, in the order of their names; none before the cycle. */
    public List<StreamsRoot.End> upTo(CycleView cycle, long position) {
        List<StreamsRoot.End> ends = new ArrayList<>();
        for (String stream : names(cycle)) {
            long length = ledger.sequenceAt(stream, position + 1);
            if (length > 0) {
                StoredEvent last = ledger.readStream(stream, length - 1, 1).get(0);
                String leaf = HexFormat.of().formatHex(CommitHash.leaf(last.data()));
                ends.add(new StreamsRoot.End(stream, length, leaf));
            }
        }
        return ends;
    }

    /** Every stream that a cycle can have: opening it opens all of them, and nothing opens one later. */
    private static List<String> names(CycleView cycle) {
        Stream<String> evidence = cycle.catalogue().framework().holders().stream()
                .map(EvidenceHolder::id)
                .map(holder -> Streams.evidence(cycle.cycle(), holder));
        return Stream.concat(Stream.of(Streams.cycle(cycle.cycle())), evidence)
                .sorted(StreamsRoot.ORDER)
                .toList();
    }
}
