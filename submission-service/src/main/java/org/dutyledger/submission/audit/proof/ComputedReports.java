package org.dutyledger.submission.audit.proof;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.submission.view.CycleView;
import org.springframework.stereotype.Component;

/**
 * Makes the report of a cycle from the ledger's own events, so that nothing else can be recorded as issued. Reads the
 * streams of the cycle and no others; of each, one page is in memory. Thread-safe.
 */
@Component
public final class ComputedReports {
    private final ConcurrentHashMap<String, ReportComputation> byFramework = new ConcurrentHashMap<>();
    private final Renderers renderers = new Renderers();
    private final LedgerReader ledger;

    public ComputedReports(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * A report as it may be recorded.
     *
     * @param form version of the code that made it
     * @param modelSha256 lower-case hex
     */
    public record Computed(String form, String modelSha256, List<IssuedFile> files) {
        public Computed {
            files = List.copyOf(files);
        }
    }

    /**
     * The report up to a position.
     *
     * @param streams how far the streams of the cycle reach there; the cycle is open
     * @throws Problem 409 {@code EVENT_NOT_RECORDABLE} when they hold an event that this version does not record: no
     *     verifier would take a report of it
     */
    public Computed of(CycleView cycle, long upToPosition, List<StreamsRoot.End> streams) {
        Framework framework = cycle.catalogue().framework();
        ReportComputation computation =
                byFramework.computeIfAbsent(framework.sha256(), sha256 -> new ReportComputation(framework));
        ReportModel model = model(computation, cycle.cycle(), upToPosition, streams);
        List<IssuedFile> files = renderers.files(model).stream()
                .map(f -> new IssuedFile(f.name(), f.mediaType(), f.sha256(), f.bytes().length))
                .toList();
        return new Computed(ReportComputation.FORM, model.sha256(), files);
    }

    private ReportModel model(
            ReportComputation computation, String cycle, long upToPosition, List<StreamsRoot.End> streams) {
        try {
            return computation.of(cycle, upToPosition, () -> events(streams)).model();
        } catch (IllegalArgumentException e) {
            throw new Problem(409, "EVENT_NOT_RECORDABLE", "no report can be made of the cycle: " + e.getMessage());
        }
    }

    private Iterator<RecordedEvent> events(List<StreamsRoot.End> streams) {
        MergedStreams merged = new MergedStreams(ledger, streams);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return merged.hasNext();
            }

            @Override
            public RecordedEvent next() {
                StoredEvent event = merged.next();
                return RecordedEvent.decodeExactly(event.position(), null, event.data());
            }
        };
    }
}
