package org.dutyledger.submission.domain.policy;

import static java.util.Objects.requireNonNull;

import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;

/** The event that follows from an item that no policy refused. */
public final class ItemEvents {
    private ItemEvents() {}

    /** The event; call only after {@link SubmissionPolicy#judge} returned no refusal. */
    public static ItemEvent of(ItemContext context, String cycle, String submission) {
        Ids id = new Ids(
                cycle,
                context.entry().holder(),
                context.entry().id(),
                context.terms().organisation(),
                submission);
        ItemRequest request = context.request();
        if (request.action() == Action.WITHDRAW) {
            return new EvidenceEvent.ItemWithdrawn(
                    id.cycle, id.holder, id.item, id.organisation, submission, requireNonNull(request.reason()));
        }
        if (request.is(Type.EVIDENCE)) {
            ItemRequest.FileRef file = requireNonNull(request.file());
            return new EvidenceEvent.EvidenceAttached(
                    id.cycle,
                    id.holder,
                    id.item,
                    id.organisation,
                    submission,
                    requireNonNull(file.sha256()),
                    requireNonNull(file.fileName()),
                    requireNonNull(file.mediaType()),
                    requireNonNull(file.size()));
        }
        ItemState.Content content = requireNonNull(ItemContent.of(context));
        if (request.action() == Action.SUBMIT) {
            return first(id, context, content);
        }
        return correction(id, context, content, requireNonNull(context.state().content()));
    }

    private static ItemEvent first(Ids id, ItemContext context, ItemState.Content content) {
        if (content.value() != null) {
            return new EvidenceEvent.FigureSubmitted(
                    id.cycle,
                    id.holder,
                    id.item,
                    id.organisation,
                    id.submission,
                    content.value(),
                    context.number().unit().symbol(),
                    requireNonNull(content.period()),
                    requireNonNull(content.basis()),
                    content.asOf(),
                    content.note());
        }
        String text = requireNonNull(content.text());
        return content.period() != null
                ? new EvidenceEvent.FactSubmitted(
                        id.cycle,
                        id.holder,
                        id.item,
                        id.organisation,
                        id.submission,
                        text,
                        content.period(),
                        content.note())
                : new EvidenceEvent.NarrativeSubmitted(
                        id.cycle, id.holder, id.item, id.organisation, id.submission, text);
    }

    private static ItemEvent correction(
            Ids id, ItemContext context, ItemState.Content content, ItemState.Content previous) {
        String reason = requireNonNull(context.request().reason());
        if (content.value() != null) {
            return new EvidenceEvent.FigureCorrected(
                    id.cycle,
                    id.holder,
                    id.item,
                    id.organisation,
                    id.submission,
                    content.value(),
                    context.number().unit().symbol(),
                    requireNonNull(content.period()),
                    requireNonNull(content.basis()),
                    content.asOf(),
                    content.note(),
                    requireNonNull(previous.value()),
                    reason);
        }
        String text = requireNonNull(content.text());
        return content.period() != null
                ? new EvidenceEvent.FactCorrected(
                        id.cycle,
                        id.holder,
                        id.item,
                        id.organisation,
                        id.submission,
                        text,
                        content.period(),
                        content.note(),
                        requireNonNull(previous.text()),
                        reason)
                : new EvidenceEvent.NarrativeRevised(
                        id.cycle, id.holder, id.item, id.organisation, id.submission, text, reason);
    }

    /** The members that every item event begins with. */
    private record Ids(String cycle, String holder, String item, String organisation, String submission) {}
}
