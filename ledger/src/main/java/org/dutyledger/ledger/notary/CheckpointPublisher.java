package org.dutyledger.ledger.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.dutyledger.ledger.publish.Lease;
import org.dutyledger.ledger.topic.OrderedSender;
import org.dutyledger.ledger.topic.TopicTail;
import org.dutyledger.ledger.topic.TopicUnusableException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * Sends every kept checkpoint to a topic, in order. Like the ledger's publisher it stores nothing: the topic's last
 * record determines where to continue, so a process that ends in between leaves nothing out.
 */
public final class CheckpointPublisher implements AutoCloseable {
    private static final int PAGE = 200;
    private static final String SIZE = "size";
    private static final long UNKNOWN = -1;

    private static final String WAY_ON =
            "; when it is clear who wrote it, delete and create the topic: it is filled again with what is kept";

    private final CheckpointHistory history;
    private final Map<String, Object> kafka;
    private final String topic;
    private final Lease lease;
    private long published = UNKNOWN;
    private volatile @Nullable String alarm;

    /**
     * A publisher.
     *
     * @param kafka client properties, at least the bootstrap servers
     * @param topic one of one partition that never expires
     */
    public CheckpointPublisher(CheckpointHistory history, Map<String, Object> kafka, String topic, Lease lease) {
        this.history = history;
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.lease = lease;
    }

    /**
     * Sends what the topic lacks. To be called by one thread.
     *
     * @throws RuntimeException when Kafka or the history does not answer; the next turn starts again
     */
    public void turn() {
        if (!lease.isHeld()) {
            published = UNKNOWN;
            return;
        }
        Optional<SignedNote> newest = history.newest();
        if (newest.isPresent() && published != checkpoint(newest.orElseThrow()).size()) {
            long end = published;
            published = UNKNOWN; // after any failure the topic is read again
            published = sendAfter(end == UNKNOWN ? topicEnd() : end);
        }
    }

    /** Why it must not continue: the topic is not of this ledger, or one of the two was tampered with. */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        lease.close();
    }

    private long sendAfter(long end) {
        long last = end;
        try (OrderedSender sender = new OrderedSender(kafka)) {
            List<SignedNote> page = history.from(last + 1, PAGE);
            while (!page.isEmpty()) {
                sender.send(page.stream().map(this::record).toList());
                last = checkpoint(page.get(page.size() - 1)).size();
                page = history.from(last + 1, PAGE);
            }
        }
        return last;
    }

    /** Size of the last checkpoint in the topic, -1 for none; that one must be a kept checkpoint, byte for byte. */
    private long topicEnd() {
        try {
            ConsumerRecord<String, byte[]> last = new TopicTail(kafka, topic).read();
            long end = last == null ? UNKNOWN : kept(last);
            alarm = null;
            return end;
        } catch (TopicUnusableException e) {
            alarm = e.getMessage();
            throw e;
        }
    }

    private long kept(ConsumerRecord<String, byte[]> last) {
        String size = TopicTail.header(last, SIZE);
        if (size == null || !size.matches("\\d{1,18}")) {
            throw new TopicUnusableException("the record " + TopicTail.place(last) + " is not a checkpoint" + WAY_ON);
        }
        String sent = new String(last.value(), UTF_8);
        boolean known = history.of(Long.parseLong(size))
                .filter(note -> sent.startsWith(note.text() + "\n"))
                .isPresent();
        if (!known) {
            throw new TopicUnusableException("the checkpoint of " + size + " events at " + TopicTail.place(last)
                    + " differs from the kept one: it is the topic of another ledger, or history was altered" + WAY_ON);
        }
        return Long.parseLong(size);
    }

    private ProducerRecord<String, byte[]> record(SignedNote note) {
        Checkpoint checkpoint = checkpoint(note);
        Header size = new RecordHeader(SIZE, Long.toString(checkpoint.size()).getBytes(UTF_8));
        return new ProducerRecord<>(topic, 0, checkpoint.origin(), note.format().getBytes(UTF_8), List.of(size));
    }

    private static Checkpoint checkpoint(SignedNote note) {
        return Checkpoint.parse(note.text());
    }
}
