package org.dutyledger.document.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dutyledger.document.state.CycleState.EvidenceFile;
import org.dutyledger.document.state.CycleState.Figure;
import org.dutyledger.document.state.CycleState.Issued;
import org.dutyledger.document.state.CycleState.Item;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.state.CycleState.SetBy;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.CycleEvent.ReportIssued;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of one cycle into its state. It reads no clock and no store: live drafts and issued reports use this
 * same fold.
 */
public final class CycleFold {
    private final String cycle;
    private final Map<String, String> organisations = new HashMap<>();
    private final Map<String, Map<String, Item>> items = new LinkedHashMap<>();
    private final Map<String, List<EvidenceFile>> evidence = new LinkedHashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private @Nullable Opening opening;
    private boolean closed;
    private Instant asOf = Instant.EPOCH;
    private long changedAt = -1;

    private CycleFold(String cycle) {
        this.cycle = cycle;
    }

    /** The cycle's state as of {@code upTo}; events of other cycles or after that position are skipped. */
    public static CycleState fold(String cycle, long upTo, Iterable<RecordedEvent> events) {
        return fold(cycle, upTo, events, event -> {});
    }

    /**
     * The same, where every event of the cycle is checked before it is applied.
     *
     * @param check throws what ends the fold
     */
    public static CycleState fold(
            String cycle, long upTo, Iterable<RecordedEvent> events, Consumer<RecordedEvent> check) {
        CycleFold fold = new CycleFold(cycle);
        for (RecordedEvent recorded : events) {
            if (recorded.position() <= upTo && recorded.event().cycle().equals(cycle)) {
                check.accept(recorded);
                fold.apply(recorded);
            }
        }
        return new CycleState(
                cycle,
                upTo,
                fold.asOf,
                fold.opening,
                fold.closed,
                fold.organisations,
                fold.items,
                fold.evidence,
                fold.issued,
                fold.changedAt);
    }

    private void apply(RecordedEvent recorded) {
        asOf = recorded.recordedAt();
        if (!(recorded.event() instanceof ReportIssued)) {
            changedAt = recorded.position();
        }
        if (recorded.event() instanceof CycleEvent event) {
            cycleEvent(event, setBy(recorded, "", ""));
        } else if (recorded.event() instanceof ItemEvent event) {
            itemEvent(event, setBy(recorded, event.organisation(), event.submission()));
        }
    }

    private void cycleEvent(CycleEvent event, SetBy setBy) {
        if (event instanceof CycleOpened opened) {
            opening = new Opening(opened, setBy);
        } else if (event instanceof OrganisationRegistered registered) {
            organisations.put(registered.organisation(), registered.name());
        } else if (event instanceof ReportIssued report) {
            issued.add(new Issued(report, setBy));
        } else if (event instanceof CycleEvent.CycleClosed) {
            closed = true;
        }
    }

    private void itemEvent(ItemEvent event, SetBy setBy) {
        if (event instanceof FigureSet set) {
            Figure figure = new Figure(set.value(), set.unit(), set.basis());
            put(event, figure, null, set.period(), setBy);
        } else if (event instanceof EvidenceEvent.TextSet set) {
            put(event, null, set.text(), periodOf(set), setBy);
        } else if (event instanceof EvidenceAttached file) {
            evidence.computeIfAbsent(event.item(), id -> new ArrayList<>())
                    .add(new EvidenceFile(
                            event.item(), file.sha256(), file.fileName(), file.mediaType(), file.size(), setBy));
        } else if (event instanceof EvidenceEvent.ItemWithdrawn) {
            setState(event, State.WITHDRAWN, setBy);
        } else if (event instanceof EvidenceEvent.ItemReturned) {
            setState(event, State.RETURNED, setBy);
        } else if (event instanceof EvidenceEvent.ItemAccepted) {
            setState(event, State.ACCEPTED, setBy);
        }
    }

    private void put(ItemEvent event, @Nullable Figure figure, @Nullable String text, String period, SetBy setBy) {
        Item item = new Item(
                event.item(),
                event.indicator(),
                event.organisation(),
                figure,
                text,
                period,
                State.SUBMITTED,
                setBy,
                setBy.position());
        items.computeIfAbsent(event.item(), id -> new HashMap<>()).put(event.organisation(), item);
    }

    private void setState(ItemEvent event, State state, SetBy setBy) {
        items.getOrDefault(event.item(), new HashMap<>())
                .computeIfPresent(
                        event.organisation(),
                        (organisation, item) -> new Item(
                                item.item(),
                                item.holder(),
                                organisation,
                                item.number(),
                                item.text(),
                                item.period(),
                                state,
                                item.setBy(),
                                setBy.position()));
    }

    private static String periodOf(EvidenceEvent.TextSet set) {
        if (set instanceof EvidenceEvent.FactSubmitted fact) {
            return fact.period();
        }
        return set instanceof EvidenceEvent.FactCorrected fact ? fact.period() : "";
    }

    private static SetBy setBy(RecordedEvent recorded, String organisation, String submission) {
        return new SetBy(
                recorded.position(),
                recorded.commitHash(),
                recorded.id(),
                recorded.recordedAt(),
                organisation,
                submission);
    }
}
