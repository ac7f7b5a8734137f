package org.dutyledger.report.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.follow.AnotherHistoryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a topic's only partition from the stored place and passes it on in batches.
 *
 * <p>When the broker, the database or the audit feed is unavailable it retries for ever, from the last place stored. An
 * unreadable record stops it until an operator decides: skipping an unknown fact would make later reports wrong.
 */
final class TopicReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;
    private static final long STOP_WAIT_SECONDS = 5;

    private final TopicPartition partition;
    private final Kafka kafka;
    private final Reader reader;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile @Nullable String stoppedBy;
    private volatile @Nullable String waitsFor;

    /** Applies the records of a topic. */
    interface Reader {
        /** Restores what was applied before, also while the topic is missing. */
        void resume();

        /** The offset to continue from in the topic of this id; 0 for the beginning. */
        long offset(String topicId);

        /** Applies records in order; durable when it returns. Redoing a batch must be harmless. */
        void apply(List<ConsumerRecord<byte[], byte[]>> records);

        /** Whether another copy is to be filled since the last resumption; then it is resumed. Called regularly. */
        boolean overtaken();

        /** A poll that brought nothing. */
        default void idle() {}

        /** Compares with other sources; called regularly. */
        default void look() {}
    }

    /** The way to Kafka. */
    interface Kafka {
        Consumer<byte[], byte[]> consumer();

        /** The id that Kafka gave a topic; empty when there is none of that name. */
        Optional<String> topicId(String topic);
    }

    TopicReader(String topic, Kafka kafka, Reader reader) {
        this.partition = new TopicPartition(topic, 0);
        this.kafka = kafka;
        this.reader = reader;
    }

    String topic() {
        return partition.topic();
    }

    /** The record that stopped it, or null while it runs. */
    @Nullable
    String stoppedBy() {
        return stoppedBy;
    }

    /** What currently prevents following the topic, or null. */
    @Nullable
    String waitsFor() {
        return waitsFor;
    }

    @Override
    public void start() {
        stoppedBy = null;
        stop = new CountDownLatch(1);
        Thread started = new Thread(this::run, "tail-" + topic());
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(STOP_WAIT_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopping(0)) {
            try (Consumer<byte[], byte[]> consumer = kafka.consumer()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("{} is asked to stop", topic());
            } catch (UnreadableRecordException | UnknownEventTypeException | MalformedEventException e) {
                stoppedBy = e.getMessage();
                LOG.error("{} stops: {}", topic(), e.getMessage());
                return;
            } catch (AnotherHistoryException e) {
                waitFor("ALARM, " + e.getMessage());
            } catch (RuntimeException e) {
                waitFor(e.toString());
            } finally {
                current = null;
            }
        }
    }

    private void waitFor(String what) {
        if (what.equals(waitsFor)) {
            LOG.debug("{} still waits: {}", topic(), what);
        } else {
            LOG.warn("{} waits: {}", topic(), what);
        }
        waitsFor = what;
        stopping(RETRY_MILLIS);
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        reader.resume();
        Optional<String> id = kafka.topicId(topic());
        if (id.isEmpty()) {
            waitFor("there is no topic " + topic());
            return;
        }
        List<TopicPartition> only = List.of(partition);
        consumer.assign(only);
        long from = reader.offset(id.orElseThrow());
        long begin = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(only).getOrDefault(partition, 0L);
        consumer.seek(partition, from < begin || from > end ? begin : from);
        waitsFor = null;
        long looked = System.nanoTime();
        while (!stopping(0)) {
            if (System.nanoTime() - looked > LOOK.toNanos()) {
                looked = System.nanoTime();
                if (reader.overtaken()) {
                    LOG.info("{} continues with a copy that another process has rebuilt", topic());
                    return;
                }
                reader.look();
            }
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            if (!records.isEmpty()) {
                reader.apply(records);
            } else {
                reader.idle();
            }
        }
    }

    private boolean stopping(long waitMillis) {
        try {
            return stop.await(waitMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
