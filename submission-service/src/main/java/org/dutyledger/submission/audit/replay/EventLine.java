package org.dutyledger.submission.audit.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.EventMeta;
import org.dutyledger.events.EventTypes;
import org.dutyledger.events.RecordedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as an auditor sees it: what, who, when, through which endpoint, and its receipt.
 *
 * @param payload the event's own canonical form; a correction's, return's or withdrawal's names its {@code reason}
 * @param data the stored bytes, Base64 in JSON; only where they were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventLine(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long position,
        String eventId,
        @Nullable String commitHash,
        Instant recordedAt,
        String type,
        @Nullable String actor,
        @Nullable String door,
        JsonNode payload,
        byte @Nullable [] data) {

    static EventLine of(RecordedEvent event, Map<Long, StreamReads.Receipt> receipts) {
        return of(event, receipts.get(event.position()), false);
    }

    static List<EventLine> all(List<RecordedEvent> events, Map<Long, StreamReads.Receipt> receipts) {
        return events.stream().map(event -> of(event, receipts)).toList();
    }

    static List<EventLine> allWithData(List<RecordedEvent> events, Map<Long, StreamReads.Receipt> receipts) {
        return events.stream()
                .map(event -> of(event, receipts.get(event.position()), true))
                .toList();
    }

    private static EventLine of(RecordedEvent event, StreamReads.@Nullable Receipt receipt, boolean withData) {
        return new EventLine(
                event.position(),
                event.id(),
                receipt == null ? null : receipt.commitHash(),
                event.recordedAt(),
                EventTypes.nameOf(event.event().getClass()),
                event.meta().get(EventMeta.ACTOR),
                event.meta().get(EventMeta.DOOR),
                CanonicalJson.read(CanonicalJson.bytes(event.event()), JsonNode.class),
                receipt == null || !withData ? null : receipt.data());
    }
}
