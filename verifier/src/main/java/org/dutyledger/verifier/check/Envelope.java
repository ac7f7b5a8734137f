package org.dutyledger.verifier.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.verifier.bundle.ProvenEvent;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.json.Json;
import org.dutyledger.verifier.json.JsonObject;
import org.dutyledger.verifier.json.MalformedJsonException;

/**
 * The content of an event's bytes, in the form of {@code ledger/README.md}.
 *
 * @param stream the aggregate
 * @param commit of the events that were recorded together
 * @param sequence place in the stream
 * @param time when it was recorded, as it is spelled
 */
public record Envelope(
        long position,
        String stream,
        long sequence,
        String type,
        String id,
        String commit,
        String time,
        JsonObject payload) {
    // official time in the whole country, as in the report
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /**
     * Reads an event.
     *
     * @throws DoesNotHold when its bytes are not an envelope
     */
    public static Envelope of(ProvenEvent event) {
        try {
            return read(event);
        } catch (MalformedJsonException e) {
            throw noEvent(event, e.text());
        }
    }

    /**
     * The event in the suite's own type.
     *
     * @throws DoesNotHold when it is of no known type, or is spelled otherwise than a ledger writes it
     */
    public static RecordedEvent exactly(ProvenEvent event) {
        try {
            return RecordedEvent.decodeExactly(event.position(), null, event.data());
        } catch (MalformedEventException | UnknownEventTypeException e) {
            throw noEvent(event, String.valueOf(e.getMessage()));
        }
    }

    private static DoesNotHold noEvent(ProvenEvent event, Object why) {
        return new DoesNotHold(
                Code.EVENT_FORM,
                "序号 %s 的内容不是账本事件：%s",
                "position %s holds no event of a ledger: %s",
                event.position(),
                why);
    }

    /** Which event this is, for people; only its position where the bytes are unreadable. */
    public static Text describe(ProvenEvent event) {
        try {
            return read(event).describe();
        } catch (MalformedJsonException e) {
            return Text.of("序号 %s（内容已不可读）", "position %s (its content cannot be read)", event.position());
        }
    }

    /** Whether it is of a type, in any version of it. */
    public boolean is(String name) {
        return type.startsWith(name + ".v");
    }

    /** Which event this is, for people. */
    public Text describe() {
        String organisation = payload.has("organisation") ? payload.text("organisation") : "";
        return Text.of(
                "序号 %s（序列 %s 第 %s 条，%s，%s%s）",
                "position %s (stream %s, place %s, %s, %s%s)",
                position,
                stream,
                sequence,
                type,
                shownTime(time),
                organisation.isEmpty() ? "" : "，" + organisation);
    }

    /** A time as the report prints it, or as it is spelled when it is not a time. */
    public static String shownTime(String time) {
        try {
            return TIME.format(Instant.parse(time));
        } catch (DateTimeException e) {
            return time;
        }
    }

    private static Envelope read(ProvenEvent event) {
        JsonObject json = Json.object(event.data());
        return new Envelope(
                event.position(),
                json.text("aggregate"),
                json.position("seq"),
                json.text("type"),
                json.text("id"),
                json.text("commit"),
                json.text("ts"),
                json.object("payload"));
    }
}
