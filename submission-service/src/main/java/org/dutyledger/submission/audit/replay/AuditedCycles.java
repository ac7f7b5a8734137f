package org.dutyledger.submission.audit.replay;

import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.CycleView;
import org.dutyledger.submission.view.Scope;
import org.springframework.stereotype.Component;

/** The cycles that an auditor may query: those of its own jurisdictions. */
@Component
final class AuditedCycles {
    private final CycleDirectory cycles;

    AuditedCycles(CycleDirectory cycles) {
        this.cycles = cycles;
    }

    /**
     * The cycle.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}, also for a cycle of another jurisdiction
     */
    CycleView cycle(String id, Caller auditor) {
        return Scope.requireResponsible(auditor, cycles.require(id));
    }

    /**
     * The cycle as of now, with an organisation in it.
     *
     * @throws Problem 404 {@code UNKNOWN_ORGANISATION}
     */
    CycleView.Organisation organisation(CycleView cycle, String organisation) {
        CycleView.Organisation found =
                cycles.requireWith(cycle.cycle(), organisation).organisations().get(organisation);
        if (found == null) {
            throw new IllegalStateException("an organisation that was just found is missing");
        }
        return found;
    }

    /**
     * An indicator or section.
     *
     * @throws Problem 404 {@code UNKNOWN_INDICATOR}
     */
    static EvidenceHolder holder(CycleView cycle, String id) {
        return cycle.catalogue().framework().holders().stream()
                .filter(holder -> holder.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        404,
                        "UNKNOWN_INDICATOR",
                        "the framework has no indicator or section '" + shorten(id) + "'; it has "
                                + String.join(
                                        ", ",
                                        cycle.catalogue().framework().holders().stream()
                                                .map(EvidenceHolder::id)
                                                .toList())));
    }

    /**
     * The stream of an item's events.
     *
     * @throws Problem 404 {@code UNKNOWN_ITEM}
     */
    static String streamOf(CycleView cycle, String item) {
        FrameworkIndex.Entry entry = cycle.catalogue().find(item);
        if (entry == null) {
            String nearest = cycle.catalogue().nearest(item);
            throw new Problem(
                    404,
                    "UNKNOWN_ITEM",
                    "the framework has no item '" + shorten(item) + "'"
                            + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
        }
        return Streams.evidence(cycle.cycle(), entry.holder());
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
