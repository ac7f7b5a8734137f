package org.dutyledger.submission.audit.fold;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.RecordedEvent;

/** A stream under construction: each event ten positions and one minute after the one before. */
final class Recorded {
    static final Instant START = Instant.parse("2022-03-01T08:00:00Z");
    final List<RecordedEvent> events = new ArrayList<>();

    Recorded add(DutyEvent event) {
        return add(event, START.plusSeconds(60L * events.size()));
    }

    Recorded add(DutyEvent event, Instant at) {
        int n = events.size();
        events.add(new RecordedEvent(
                10L * n, null, "evidence/c/1", n, "e" + n, "c" + n, at, Map.of("actor", "li"), event));
        return this;
    }

    EvidenceState state() {
        return EvidenceState.fold(events);
    }

    ItemHistory budget() {
        return state().items().get(new ItemKey("budget", "czj"));
    }

    static EvidenceEvent submitted(String value, String asOf) {
        return new EvidenceEvent.FigureSubmitted(
                "c", "1", "budget", "czj", "s", new BigDecimal(value), "亿元", "2021", Basis.REPORTED, day(asOf), null);
    }

    static EvidenceEvent corrected(String value, String asOf) {
        return new EvidenceEvent.FigureCorrected(
                "c",
                "1",
                "budget",
                "czj",
                "s",
                new BigDecimal(value),
                "亿元",
                "2021",
                Basis.REPORTED,
                day(asOf),
                null,
                BigDecimal.ONE,
                "核实");
    }

    static EvidenceEvent accepted() {
        return new EvidenceEvent.ItemAccepted("c", "1", "budget", "czj", "r");
    }

    static EvidenceEvent withdrawn() {
        return new EvidenceEvent.ItemWithdrawn("c", "1", "budget", "czj", "s", "口径");
    }

    static EvidenceEvent attached() {
        return new EvidenceEvent.EvidenceAttached(
                "c", "1", "budget", "czj", "s", "a".repeat(64), "x.pdf", "application/pdf", 3);
    }

    static EvidenceEvent narrative(String text) {
        return new EvidenceEvent.NarrativeSubmitted("c", "1", "story", "czj", "s", text);
    }

    private static LocalDate day(String asOf) {
        return asOf.isEmpty() ? null : LocalDate.parse(asOf);
    }
}
