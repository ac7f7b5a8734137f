package org.dutyledger.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as a consumer gets it from Kafka, an export or the audit feed: the fact and its place in the ledger.
 *
 * @param position place in the ledger, contiguous from 0
 * @param commitHash lower-case hex hash of the commit that holds the event
 * @param stream the aggregate's id
 * @param sequence place in the stream, contiguous from 0
 * @param id the event's own id
 * @param commit id of the commit, which all events of a submission share
 * @param recordedAt server time at which the event was decided
 * @param meta who and through which endpoint; keys are those of {@link EventMeta}
 */
public record RecordedEvent(
        long position,
        @Nullable String commitHash,
        String stream,
        long sequence,
        String id,
        String commit,
        Instant recordedAt,
        Map<String, String> meta,
        DutyEvent event) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int LONGEST_META_NAME = 100;

    public RecordedEvent {
        meta = Map.copyOf(meta);
    }

    /**
     * Reads the stored canonical bytes of one event.
     *
     * @throws MalformedEventException when the bytes are not an event envelope
     * @throws UnknownEventTypeException when the type is not known here
     */
    public static RecordedEvent decode(long position, @Nullable String commitHash, byte[] canonical) {
        Envelope e = CanonicalJson.read(canonical, Envelope.class);
        return of(position, commitHash, e, CanonicalJson.convert(e.payload(), EventTypes.classOf(e.type())));
    }

    /**
     * Reads the stored bytes of one event, and demands that they are the only ones a ledger writes for it: a verifier
     * must not accept a spelling of a value that another reader takes for something else.
     *
     * @throws MalformedEventException also when the event would be written in other bytes, its id or that of its commit
     *     is not a UUID (reports print the event's id), or it has a longer number or name of metadata than a ledger
     *     takes
     * @throws UnknownEventTypeException when the type is not known here
     */
    public static RecordedEvent decodeExactly(long position, @Nullable String commitHash, byte[] canonical) {
        Envelope e = CanonicalJson.read(canonical, Envelope.class);
        DutyEvent event = CanonicalJson.convert(e.payload(), EventTypes.classOf(e.type()));
        Envelope again = new Envelope(
                e.aggregate(),
                e.aggregateType(),
                e.commit(),
                e.id(),
                e.meta(),
                CanonicalJson.tree(event),
                e.seq(),
                e.ts(),
                e.type());
        if (!Arrays.equals(CanonicalJson.bytes(again), canonical)) {
            throw new MalformedEventException("the event is not in the form that a ledger writes");
        }
        if (!UUID.matcher(e.id()).matches() || !UUID.matcher(e.commit()).matches()) {
            throw new MalformedEventException("the id of the event or of its commit is not a UUID");
        }
        if (e.meta().keySet().stream().anyMatch(name -> name.length() > LONGEST_META_NAME)) {
            throw new MalformedEventException("a name of metadata has more than " + LONGEST_META_NAME + " characters");
        }
        if (event instanceof FigureSet figure) {
            requireShort(figure.value());
            if (figure instanceof EvidenceEvent.FigureCorrected corrected) {
                requireShort(corrected.previous());
            }
        }
        return of(position, commitHash, e, event);
    }

    private static void requireShort(BigDecimal number) {
        if (number.toPlainString().length() > FigureSet.LONGEST_NUMBER) {
            throw new MalformedEventException("a number has more than " + FigureSet.LONGEST_NUMBER + " characters");
        }
    }

    private static RecordedEvent of(long position, @Nullable String commitHash, Envelope e, DutyEvent event) {
        return new RecordedEvent(
                position, commitHash, e.aggregate(), e.seq(), e.id(), e.commit(), e.ts(), e.meta(), event);
    }

    /** The stored form; the ledger writes it, see {@code ledger/README.md}. */
    private record Envelope(
            String aggregate,
            @Nullable String aggregateType,
            String commit,
            String id,
            Map<String, String> meta,
            JsonNode payload,
            long seq,
            Instant ts,
            String type) {}
}
