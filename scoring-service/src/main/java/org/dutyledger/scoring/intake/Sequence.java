package org.dutyledger.scoring.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.Topics;
import org.dutyledger.events.UnknownEventTypeException;
import org.jspecify.annotations.Nullable;

/** Makes the ledger's order out of what the topic delivers: drops what comes again, heals what is missing. */
final class Sequence {
    private static final int HEAL_BATCH = 500;
    private final Projection projection;
    private final AuditFeed feed;

    Sequence(Projection projection, AuditFeed feed) {
        this.projection = projection;
        this.feed = feed;
    }

    /** Applies one poll of the topic. */
    void accept(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<RecordedEvent> batch = new ArrayList<>();
        long next = projection.applied() + 1;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            long position = position(record);
            if (position < next) {
                continue;
            }
            if (position > next) {
                apply(batch);
                heal(next, position);
                next = position;
            }
            batch.add(decode(record, position));
            next++;
        }
        apply(batch);
    }

    private void apply(List<RecordedEvent> batch) {
        if (!batch.isEmpty()) {
            projection.apply(List.copyOf(batch));
            batch.clear();
        }
    }

    private void heal(long from, long until) {
        for (long next = from; next < until; next = projection.applied() + 1) {
            int wanted = (int) Math.min(HEAL_BATCH, until - next);
            List<RecordedEvent> found = decoded(next, () -> feed.read(projection.applied() + 1, wanted));
            if (found.isEmpty()) {
                throw new IllegalStateException(
                        "the topic lacks position " + next + " and the ledger's audit feed does not have it yet");
            }
            projection.apply(found);
        }
    }

    private static RecordedEvent decode(ConsumerRecord<byte[], byte[]> record, long position) {
        byte[] value = record.value();
        if (value == null) {
            throw new ProjectionStoppedException("record at offset " + record.offset() + " has no value");
        }
        return decoded(position, () -> RecordedEvent.decode(position, text(record, Topics.HEADER_COMMIT_HASH), value));
    }

    private static <T> T decoded(long position, java.util.function.Supplier<T> decoding) {
        try {
            return decoding.get();
        } catch (UnknownEventTypeException | MalformedEventException e) {
            throw new ProjectionStoppedException("event at " + position + ": " + e.getMessage());
        }
    }

    private static long position(ConsumerRecord<?, ?> record) {
        String position = text(record, Topics.HEADER_POSITION);
        try {
            return Long.parseLong(String.valueOf(position));
        } catch (NumberFormatException e) {
            throw new ProjectionStoppedException(
                    "record at offset " + record.offset() + " has no position, but '" + position + "'");
        }
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
