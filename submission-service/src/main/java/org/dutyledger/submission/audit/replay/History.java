package org.dutyledger.submission.audit.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.view.CycleView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists events in the order of the ledger and page by page. */
@Component
final class History {
    private final StreamReads reads;
    private final SubmissionSearch submissions;
    private final AuditedCycles cycles;

    History(StreamReads reads, SubmissionSearch submissions, AuditedCycles cycles) {
        this.reads = reads;
        this.submissions = submissions;
        this.cycles = cycles;
    }

    /** Whose history; one of them. */
    enum Subject {
        INDICATOR,
        ITEM,
        ORGANISATION,
        SUBMISSION
    }

    /** The part of a history that is asked for: from a place of the ledger on, so many events at the most. */
    record Range(long from, int limit) {}

    /** @param next where the next page begins, or null when this is the last one for now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String cycle,
            List<EventLine> events,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long next) {}

    /** @param data whether the events' stored bytes are wanted too */
    Page page(CycleView cycle, Subject subject, String id, Range range, boolean data) {
        long from = range.from();
        int limit = range.limit();
        List<RecordedEvent> found = new ArrayList<>(
                switch (subject) {
                    case INDICATOR -> {
                        String holder = AuditedCycles.holder(cycle, id).id();
                        yield reads.from(Streams.evidence(cycle.cycle(), holder), from, limit + 1, event -> true);
                    }
                    case ITEM ->
                        reads.from(AuditedCycles.streamOf(cycle, id), from, limit + 1, about(item -> item.item()
                                .equals(id)));
                    case ORGANISATION -> ofOrganisation(cycle, id, from, limit + 1);
                    case SUBMISSION ->
                        ofSubmission(cycle, id).stream()
                                .filter(event -> event.position() >= from)
                                .toList();
                });
        found.sort(Comparator.comparingLong(RecordedEvent::position));
        List<RecordedEvent> shown = found.size() <= limit ? found : found.subList(0, limit);
        Long next = found.size() <= limit ? null : Long.valueOf(found.get(limit).position());
        Map<Long, StreamReads.Receipt> receipts =
                reads.receipts(shown.stream().map(RecordedEvent::position).toList());
        List<EventLine> lines = data ? EventLine.allWithData(shown, receipts) : EventLine.all(shown, receipts);
        return new Page(cycle.cycle(), lines, next);
    }

    private List<RecordedEvent> ofSubmission(CycleView cycle, String submission) {
        List<RecordedEvent> found = submissions.find(cycle, submission);
        if (found.isEmpty()) {
            throw new Problem(404, "UNKNOWN_SUBMISSION", "this cycle has no submission or review of that id");
        }
        return found;
    }

    /** Its registrations, and what it submitted wherever one of its roles, present or former, may submit. */
    private List<RecordedEvent> ofOrganisation(CycleView cycle, String id, long from, int limit) {
        String organisation = cycles.organisation(cycle, id).organisation();
        List<RecordedEvent> registrations = reads.all(Streams.cycle(cycle.cycle())).stream()
                .filter(event -> event.event() instanceof OrganisationRegistered registered
                        && registered.organisation().equals(organisation))
                .toList();
        Set<String> roles = new HashSet<>();
        for (RecordedEvent recorded : registrations) {
            if (recorded.event() instanceof OrganisationRegistered registered) {
                roles.addAll(registered.roles());
            }
        }
        List<RecordedEvent> found = new ArrayList<>(registrations.stream()
                .filter(event -> event.position() >= from)
                .limit(limit)
                .toList());
        for (EvidenceHolder holder : cycle.catalogue().framework().holders()) {
            if (takesFrom(holder, roles)) {
                found.addAll(reads.from(
                        Streams.evidence(cycle.cycle(), holder.id()), from, limit, about(item -> item.organisation()
                                .equals(organisation))));
            }
        }
        return found;
    }

    private static boolean takesFrom(EvidenceHolder holder, Set<String> roles) {
        return holder.figures().stream().map(FigureSpec::submitters).anyMatch(s -> s.stream()
                        .anyMatch(roles::contains))
                || holder.slots().stream().map(NarrativeSlot::submitters).anyMatch(s -> s.stream()
                        .anyMatch(roles::contains));
    }

    private static Predicate<RecordedEvent> about(Predicate<ItemEvent> wanted) {
        return recorded -> recorded.event() instanceof ItemEvent item && wanted.test(item);
    }
}
