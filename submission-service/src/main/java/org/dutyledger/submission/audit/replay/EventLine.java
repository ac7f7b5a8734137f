package org.dutyledger.submission.audit.replay;

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
 * An event as an auditor sees it: what, who, when, through which door, and its receipt.
 *
 * @param payload the event's own canonical form; a correction's, return's or withdrawal's names its {@code reason}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventLine(
        long position,
        @Nullable String commitHash,
        Instant recordedAt,
        String type,
        @Nullable String actor,
        @Nullable String door,
        JsonNode payload) {

    static EventLine of(RecordedEvent event, Map<Long, String> commitHashes) {
        return new EventLine(
                event.position(),
                commitHashes.get(event.position()),
                event.recordedAt(),
                EventTypes.nameOf(event.event().getClass()),
                event.meta().get(EventMeta.ACTOR),
                event.meta().get(EventMeta.DOOR),
                CanonicalJson.read(CanonicalJson.bytes(event.event()), JsonNode.class));
    }

    static List<EventLine> all(List<RecordedEvent> events, Map<Long, String> commitHashes) {
        return events.stream().map(event -> of(event, commitHashes)).toList();
    }
}
