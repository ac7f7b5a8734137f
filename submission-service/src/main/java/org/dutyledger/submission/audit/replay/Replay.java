package org.dutyledger.submission.audit.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.audit.fold.Difference;
import org.dutyledger.submission.audit.fold.EvidenceState;
import org.dutyledger.submission.audit.fold.ItemHistory;
import org.dutyledger.submission.audit.fold.Moment;
import org.dutyledger.submission.view.CycleView;
import org.dutyledger.submission.view.ItemView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Returns the past state of an indicator and its changes, by folding its stream. */
@Component
final class Replay {
    private final StreamReads reads;

    Replay(StreamReads reads) {
        this.reads = reads;
    }

    /** The last event that an answer takes into account; empty before the first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long position,

            @Nullable Instant recordedAt) {
        static Known of(List<RecordedEvent> events) {
            if (events.isEmpty()) {
                return new Known(null, null);
            }
            RecordedEvent last = events.get(events.size() - 1);
            return new Known(last.position(), last.recordedAt());
        }
    }

    /** An indicator at a moment; {@code phase} is absent, open or locked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            String cycle,
            String indicator,
            String title,
            Known known,
            @Nullable LocalDate effectiveOn,
            String phase,
            List<Item> items) {}

    /**
     * @param effectiveFrom the day from which on the value holds; absent for a value without a time
     * @param setBy the event that set or withdrew the value
     * @param last the last event about it, such as its acceptance
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @JsonUnwrapped ItemView view,
            @Nullable String name,
            @Nullable LocalDate effectiveFrom,
            EventLine setBy,
            EventLine last) {}

    /** Changes between two moments; {@code others} are events about no item, such as the lock. */
    record Changes(
            String cycle,
            String indicator,
            String title,
            Known from,
            Known to,
            String phaseBefore,
            String phaseAfter,
            List<Change> changes,
            List<EventLine> others) {}

    /** One item before and after, with the events that made the change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String item,
            @Nullable String name,
            String organisation,
            @Nullable ItemView before,
            ItemView after,
            List<EventLine> causes) {}

    State state(CycleView cycle, String indicator, Moment moment, @Nullable LocalDate effectiveOn) {
        EvidenceHolder holder = AuditedCycles.holder(cycle, indicator);
        requireRecorded(moment);
        List<RecordedEvent> known = moment.known(reads.all(Streams.evidence(cycle.cycle(), holder.id())));
        EvidenceState state = EvidenceState.fold(known);
        List<ItemHistory.Version> versions = state.items().values().stream()
                .map(standing -> effectiveOn == null ? standing.now() : standing.on(effectiveOn))
                .filter(Objects::nonNull)
                .toList();
        Set<Long> shown = new HashSet<>();
        versions.forEach(
                v -> shown.addAll(List.of(v.setBy().position(), v.last().position())));
        Map<Long, StreamReads.Receipt> receipts = reads.receipts(shown);
        List<Item> items = versions.stream()
                .map(v -> new Item(
                        v.view(),
                        name(cycle, v.view().item()),
                        v.day(),
                        EventLine.of(v.setBy(), receipts),
                        EventLine.of(v.last(), receipts)))
                .toList();
        return new State(
                cycle.cycle(), holder.id(), holder.title(), Known.of(known), effectiveOn, text(state.phase()), items);
    }

    Changes difference(CycleView cycle, String indicator, Moment from, Moment to) {
        EvidenceHolder holder = AuditedCycles.holder(cycle, indicator);
        requireRecorded(from);
        requireRecorded(to);
        List<RecordedEvent> all = reads.all(Streams.evidence(cycle.cycle(), holder.id()));
        List<RecordedEvent> earlier = from.known(all);
        List<RecordedEvent> later = to.known(all);
        if (earlier.size() > later.size()) {
            throw new Problem(400, "INVALID_RANGE", "'from' is after 'to'");
        }
        Difference difference = Difference.between(earlier, later);
        List<Long> shown = all.subList(earlier.size(), later.size()).stream()
                .map(RecordedEvent::position)
                .toList();
        Map<Long, StreamReads.Receipt> receipts = reads.receipts(shown);
        List<Change> changes = new ArrayList<>();
        for (Difference.Change change : difference.items()) {
            ItemHistory before = change.before();
            changes.add(new Change(
                    change.key().item(),
                    name(cycle, change.key().item()),
                    change.key().organisation(),
                    before == null ? null : before.now().view(),
                    change.after().now().view(),
                    EventLine.all(change.causes(), receipts)));
        }
        return new Changes(
                cycle.cycle(),
                holder.id(),
                holder.title(),
                Known.of(earlier),
                Known.of(later),
                text(difference.before()),
                text(difference.after()),
                changes,
                EventLine.all(difference.others(), receipts));
    }

    /** Events that are not recorded yet are unknown; an answer about them could become wrong. */
    private void requireRecorded(Moment moment) {
        if (moment instanceof Moment.AtPosition at) {
            long size = reads.ledgerSize();
            if (at.position() >= size) {
                throw new Problem(
                        400,
                        "POSITION_NOT_RECORDED",
                        "the ledger holds " + size + " events; position " + at.position() + " is not recorded yet");
            }
        }
    }

    private static @Nullable String name(CycleView cycle, String item) {
        FrameworkIndex.Entry entry = cycle.catalogue().find(item);
        return entry == null || entry.figure() == null ? null : entry.figure().name();
    }

    private static String text(EvidenceState.Phase phase) {
        return phase.name().toLowerCase(java.util.Locale.ROOT);
    }
}
