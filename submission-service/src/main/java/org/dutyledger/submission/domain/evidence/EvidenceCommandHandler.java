package org.dutyledger.submission.domain.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.policy.ItemContext;
import org.dutyledger.submission.domain.policy.ItemEvents;
import org.dutyledger.submission.domain.policy.SubmissionPolicy;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Handles commands that touch several {@link IndicatorEvidence} at once: all of them decide first, every refusal is
 * collected, and only when there is none is anything applied. One command is one unit of work and one commit.
 */
public final class EvidenceCommandHandler {
    private final Repository<IndicatorEvidence> repository;

    public EvidenceCommandHandler(Repository<IndicatorEvidence> repository) {
        this.repository = repository;
    }

    @CommandHandler
    public Decision handle(SubmitItems command) {
        Catalogue catalogue = command.terms().catalogue();
        List<String> ids =
                command.items().stream().map(ItemRequest::item).distinct().toList();
        EvidenceUnit unit = new EvidenceUnit(repository, command.cycle(), holders(catalogue, ids));
        List<Refusal> refusals = new ArrayList<>();
        List<ItemEvent> events = new ArrayList<>();
        Set<Object> named = new HashSet<>();
        for (int index = 0; index < command.items().size(); index++) {
            ItemRequest request = command.items().get(index);
            FrameworkIndex.Entry entry = catalogue.find(request.item());
            if (entry == null) {
                refusals.add(RefusalTexts.unknownItem(index, request.item(), catalogue));
                continue;
            }
            if (!named.add(sameness(request))) {
                refusals.add(RefusalTexts.duplicate(index, request.item()));
                continue;
            }
            String organisation = command.terms().organisation();
            ItemState state = unit.item(entry.holder(), entry.id(), organisation);
            Seen seen = command.seen().get(index);
            if (seen != null && unit.isChanged(seen, entry.holder(), entry.id(), organisation)) {
                refusals.add(RefusalTexts.changed(index, entry.id(), seen, state));
                continue;
            }
            ItemContext context =
                    new ItemContext(index, request, command.terms(), entry, state, unit.isLocked(entry.holder()));
            List<Refusal> against = SubmissionPolicy.judge(context);
            refusals.addAll(against);
            if (against.isEmpty()) {
                events.add(ItemEvents.of(context, command.cycle(), command.submission()));
            }
        }
        if (refusals.isEmpty() && !command.dryRun()) {
            unit.record(events);
        }
        return Decision.of(refusals, events);
    }

    @CommandHandler
    public Decision handle(ReviewItems command) {
        List<String> ids =
                command.items().stream().map(ReviewItems.Item::item).distinct().toList();
        EvidenceUnit unit = new EvidenceUnit(repository, command.cycle(), holders(command.catalogue(), ids));
        List<Refusal> refusals = new ArrayList<>();
        List<ItemEvent> events = new ArrayList<>();
        Set<Object> named = new HashSet<>();
        for (int index = 0; index < command.items().size(); index++) {
            ReviewItems.Item item = command.items().get(index);
            FrameworkIndex.Entry entry = command.catalogue().find(item.item());
            if (entry == null) {
                refusals.add(RefusalTexts.unknownItem(index, item.item(), command.catalogue()));
                continue;
            }
            if (!named.add(List.of(item.item(), item.organisation()))) {
                refusals.add(RefusalTexts.duplicate(index, item.item()));
                continue;
            }
            ItemState state = unit.item(entry.holder(), entry.id(), item.organisation());
            Seen seen = command.seen().get(index);
            if (seen != null && unit.isChanged(seen, entry.holder(), entry.id(), item.organisation())) {
                refusals.add(RefusalTexts.changed(index, entry.id(), seen, state));
                continue;
            }
            Review review = new Review(index, item, state, unit.isLocked(entry.holder()));
            Refusal against = review.refusal();
            if (against == null) {
                events.add(review.event(command.cycle(), entry.holder(), command.review()));
            } else {
                refusals.add(against);
            }
        }
        if (refusals.isEmpty()) {
            unit.record(events);
        }
        return Decision.of(refusals, events);
    }

    private static List<String> holders(Catalogue catalogue, List<String> items) {
        return items.stream()
                .map(catalogue::find)
                .filter(Objects::nonNull)
                .map(entry -> Objects.requireNonNull(entry).holder())
                .distinct()
                .toList();
    }

    /** An item may occur once with a value and once with each of its files. */
    private static Object sameness(ItemRequest request) {
        ItemRequest.@Nullable FileRef file = request.is(ItemRequest.Type.EVIDENCE) ? request.file() : null;
        return List.of(request.item(), file == null ? "" : file.sha256());
    }
}
