package org.dutyledger.report.issue;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.StoredBytes;

/** Computes the content of a report from the ledger itself: values, measures and verdicts. */
public final class LedgerReplay {
    private static final int PAGE = 500;
    private final AuditFeed feed;
    private final Composer composer;

    public LedgerReplay(AuditFeed feed, Composer composer) {
        this.feed = feed;
        this.composer = composer;
    }

    /** The position after the ledger's last event. */
    long size() {
        return feed.size();
    }

    /**
     * The report of a cycle as of a position.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 409 {@code FRAMEWORK_NOT_INSTALLED} or {@code LEDGER_INCOMPLETE}; 503 {@code
     *     LEDGER_UNAVAILABLE}
     */
    public Report report(String cycle, long upTo) {
        return composer.report(CycleFold.fold(cycle, upTo, () -> replay(upTo)));
    }

    /** The framework that a report was computed with. */
    Framework framework(Report report) {
        return composer.framework(report.state());
    }

    /** The events up to a position; one page of them is in memory. */
    private Iterator<RecordedEvent> replay(long upTo) {
        return Stream.iterate(page(0, upTo), page -> !page.isEmpty(), page -> page(after(page), upTo))
                .flatMap(List::stream)
                .map(StoredBytes::decode)
                .iterator();
    }

    private List<StoredBytes> page(long from, long upTo) {
        if (from > upTo) {
            return List.of();
        }
        List<StoredBytes> page =
                feed.read(from, (int) Math.min(PAGE, upTo - from + 1)).events();
        if (page.isEmpty() || page.get(0).position() != from) {
            throw new Problem(409, "LEDGER_INCOMPLETE", "the audit feed does not give position " + from);
        }
        return page;
    }

    private static long after(List<StoredBytes> page) {
        return page.get(page.size() - 1).position() + 1;
    }
}
