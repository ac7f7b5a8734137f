package org.dutyledger.verifier.sample;

import static org.dutyledger.document.sample.EventScript.BUREAU;
import static org.dutyledger.document.sample.EventScript.CYCLE;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dutyledger.events.CycleEvent.CycleClosed;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.EvidenceEvent.NarrativeSubmitted;
import org.dutyledger.verifier.bundle.Bundle;

/** Whole bundles with an event that the intake would have refused; {@code Records} has the events of every kind. */
final class RefusedEvents {
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();

    private RefusedEvents() {}

    /** All, by name. */
    static Map<String, Bundle> all() {
        RefusedEvents refused = new RefusedEvents();
        refused.evidence("figure-of-an-unregistered-organisation", "1", figure("unregistered"));
        refused.evidence("figure-that-is-there-already", "1", figure(BUREAU));
        refused.evidence("typed-number-in-a-narrative", "problems", narrative("差距5成。"));
        refused.evidence("text-with-a-hidden-letter", "problems", narrative("差\u200b距。"));
        refused.evidence(
                "withdrawal-of-nothing", "3", new ItemWithdrawn(CYCLE, "3", "satisfaction", BUREAU, "s", "误报"));
        refused.put("figure-behind-the-closing", "cycle/" + CYCLE, new CycleClosed(CYCLE, "结束"));
        return refused.bundles;
    }

    private void evidence(String name, String holder, DutyEvent event) {
        put(name, "evidence/" + CYCLE + "/" + holder, event);
    }

    private void put(String name, String stream, DutyEvent event) {
        bundles.put(name, SampleLedger.with(stream, event).bundle());
    }

    private static DutyEvent figure(String organisation) {
        return new FigureSubmitted(
                CYCLE,
                "1",
                "leaders",
                organisation,
                "s",
                new BigDecimal("18"),
                "人",
                "2021",
                Basis.REPORTED,
                null,
                null);
    }

    private static DutyEvent narrative(String text) {
        return new NarrativeSubmitted(CYCLE, "problems", "narrative_team", BUREAU, "s", text);
    }
}
