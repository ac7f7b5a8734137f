package org.dutyledger.ledger.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.dutyledger.follow.Received;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.topic.TopicTail;
import org.dutyledger.ledger.topic.TopicUnusableException;

/** Form of an event on Kafka: key = stream, value = the stored bytes, headers = its place in the ledger. */
final class EvidenceRecords {
    static final String POSITION = Received.POSITION;
    static final String COMMIT_HASH = Received.COMMIT_HASH;

    private EvidenceRecords() {}

    /** One record for each event of a commit from position {@code from} on. */
    static Stream<ProducerRecord<String, byte[]>> of(StoredCommit commit, long from, String topic) {
        Header hash = header(COMMIT_HASH, hex(commit.hash()));
        Header previous = header(Received.PREVIOUS_HASH, hex(commit.previousHash()));
        Header id = header(Received.COMMIT, commit.id().toString());
        return commit.events().stream()
                .filter(event -> event.position() >= from)
                .map(event -> new ProducerRecord<>(
                        topic,
                        0,
                        event.stream(),
                        event.data(),
                        List.of(position(event), hash, previous, id, header("type", event.type()))));
    }

    /**
     * Place of a record's event in the ledger.
     *
     * @throws TopicUnusableException when no ledger has sent it
     */
    static long position(ConsumerRecord<?, ?> record) {
        String position = TopicTail.header(record, POSITION);
        if (position == null || TopicTail.header(record, COMMIT_HASH) == null || !position.matches("\\d{1,18}")) {
            throw new TopicUnusableException("the record " + TopicTail.place(record)
                    + " is one that no ledger has sent; delete and create the topic, and it is filled again");
        }
        return Long.parseLong(position);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static Header position(StoredEvent event) {
        return header(POSITION, Long.toString(event.position()));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
