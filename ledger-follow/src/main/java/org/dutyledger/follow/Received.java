package org.dutyledger.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of events.
 *
 * @param place topic, partition and offset, for example {@code evidence/0/17}
 * @param event the event, or null when the record holds none
 * @param problem why it holds none; empty when it does
 */
public record Received(String place, @Nullable ChainedEvent event, String problem) {
    /** Header: position of the event, decimal. */
    public static final String POSITION = "position";
    /** Header: hash of the commit that holds the event. */
    public static final String COMMIT_HASH = "commit-hash";
    /** Header: hash of the commit before. */
    public static final String PREVIOUS_HASH = "prev-hash";
    /** Header: id of the commit. */
    public static final String COMMIT = "commit";

    /** Reads a record; no content of it is an error here. */
    public static Received of(ConsumerRecord<byte[], byte[]> record) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        try {
            ChainedEvent event = ChainedEvent.of(
                    text(record, POSITION),
                    text(record, PREVIOUS_HASH),
                    text(record, COMMIT_HASH),
                    text(record, COMMIT),
                    record.value());
            return new Received(place, event, "");
        } catch (IllegalArgumentException e) {
            return new Received(place, null, "has " + e.getMessage());
        }
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : printable(new String(header.value(), UTF_8));
    }

    /** Text of a record for logs and health: short and without control characters. */
    private static String printable(String text) {
        String cut = text.length() <= 80 ? text : text.substring(0, 80) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
