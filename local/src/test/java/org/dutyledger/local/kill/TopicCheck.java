package org.dutyledger.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.events.Topics;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;

/** Compares the topic with the ledger: the same bytes in the same order without a gap; duplicates are equal. */
final class TopicCheck {
    private TopicCheck() {}

    /** Reads until the topic holds the whole ledger; returns how many records are duplicates. */
    static long requireWhole(String bootstrapServers, Ledger ledger) {
        long size = ledger.size();
        List<byte[]> events = new ArrayList<>();
        Iterator<StoredEvent> expected = all(ledger).iterator();
        long repeated = 0;
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        TopicPartition partition = new TopicPartition(Topics.EVIDENCE, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (events.size() < size) {
                assertThat(System.nanoTime())
                        .as("topic ends at " + events.size() + " of " + size)
                        .isLessThan(end);
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    int position = position(record);
                    assertThat(position).as("no gap in the topic").isLessThanOrEqualTo(events.size());
                    if (position == events.size()) {
                        events.add(expected.next().data());
                    } else {
                        repeated++;
                    }
                    assertThat(record.value()).as("record %d", position).isEqualTo(events.get(position));
                }
            }
        }
        return repeated;
    }

    private static int position(ConsumerRecord<byte[], byte[]> record) {
        byte[] text = record.headers().lastHeader(Topics.HEADER_POSITION).value();
        return Integer.parseInt(new String(text, StandardCharsets.UTF_8));
    }

    private static Stream<StoredEvent> all(Ledger ledger) {
        return Stream.iterate(
                        ledger.read(0, 500),
                        page -> !page.isEmpty(),
                        page -> ledger.read(page.get(page.size() - 1).nextPosition(), 500))
                .flatMap(List::stream)
                .map(StoredCommit::events)
                .flatMap(List::stream);
    }
}
