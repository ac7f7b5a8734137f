package org.dutyledger.benchmarks.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.benchmarks.ledger.Chain;
import org.dutyledger.events.Topics;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;

/**
 * Looks at ledger and topic after the load: the ledger is dense and its chain holds, every receipt is in it once and
 * nothing of the load is in it without a receipt, the topic holds every event in order with the ledger's bytes.
 */
final class Aftermath {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Map<Long, String> open;
    private final AtomicLong unexpected = new AtomicLong();

    private Aftermath(Ledger ledger, Map<Long, String> receipts) {
        this.ledger = ledger;
        this.open = new HashMap<>(receipts);
    }

    /** One line for people; throws when something is wrong. */
    static String verify(Ledger ledger, Map<Long, String> receipts, String kafka) {
        Aftermath aftermath = new Aftermath(ledger, receipts);
        Chain.firstBreak(ledger, aftermath::seen).ifPresent(broken -> {
            throw new IllegalStateException("the ledger is broken: " + broken);
        });
        if (!aftermath.open.isEmpty() || aftermath.unexpected.get() > 0) {
            throw new IllegalStateException(aftermath.open.size() + " receipts are not in the ledger, "
                    + aftermath.unexpected + " submissions in it have no receipt");
        }
        long records = aftermath.compareTopic(kafka);
        return ("verified: ledger contiguous and chained, %d events; %d receipts, each in it once;"
                        + " topic %d records, %d duplicates")
                .formatted(ledger.size(), receipts.size(), records, records - ledger.size());
    }

    private void seen(StoredCommit commit) {
        String hash = open.get(commit.position());
        if (HexFormat.of().formatHex(commit.hash()).equals(hash)) {
            open.remove(commit.position());
        } else if (commit.events().get(0).stream().startsWith("evidence/http-")) {
            unexpected.incrementAndGet();
        }
    }

    private long compareTopic(String kafka) {
        TopicPartition evidence = new TopicPartition(Topics.EVIDENCE, 0);
        long records = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "max.poll.records", 5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(evidence));
            consumer.seekToBeginning(List.of(evidence));
            long end = System.nanoTime() + TIMEOUT.toNanos();
            Iterator<ConsumerRecord<byte[], byte[]>> some =
                    List.<ConsumerRecord<byte[], byte[]>>of().iterator();
            for (long next = 0; next < ledger.size(); ) {
                List<StoredCommit> page = ledger.read(next, 1000);
                for (StoredCommit commit : page) {
                    for (StoredEvent event : commit.events()) {
                        long position = -1;
                        while (position < event.position()) {
                            while (!some.hasNext()) {
                                if (System.nanoTime() > end) {
                                    throw new IllegalStateException("the topic ends before " + event.position());
                                }
                                some = consumer.poll(Duration.ofMillis(200)).iterator();
                            }
                            ConsumerRecord<byte[], byte[]> record = some.next();
                            records++;
                            position = position(record);
                            if (position == event.position() && !Arrays.equals(record.value(), event.data())) {
                                throw new IllegalStateException("the topic holds other bytes at " + position);
                            }
                        }
                        if (position > event.position()) {
                            throw new IllegalStateException("the topic lacks " + event.position());
                        }
                    }
                    next = commit.nextPosition();
                }
            }
        }
        return records;
    }

    private static long position(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(
                new String(record.headers().lastHeader(Topics.HEADER_POSITION).value(), StandardCharsets.UTF_8));
    }
}
