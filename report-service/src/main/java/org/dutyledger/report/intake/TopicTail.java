package org.dutyledger.report.intake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.UnknownEventTypeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a topic's only partition from where we stand and hands it on in batches.
 *
 * <p>When something is away (broker, database, audit feed) it tries again for ever, from the last place stored. What it
 * cannot understand stops it for good: to pass over an unknown fact would make every later report wrong.
 */
final class TopicTail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration TOPIC_WAIT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;
    private static final long STOP_WAIT_SECONDS = 5;

    private final TopicPartition partition;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Reader reader;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile @Nullable String stoppedBy;

    /** Takes in what a topic holds. */
    interface Reader {
        /** Restores what was applied before; the offset to go on from, or a negative one for the beginning. */
        long resume();

        /** Applies records in order; durable when it returns. Redoing a batch must be harmless. */
        void apply(List<ConsumerRecord<byte[], byte[]>> records);

        /** Whether what was restored is no longer what should be filled; then it is resumed. Asked now and then. */
        boolean overtaken();
    }

    TopicTail(String topic, Supplier<Consumer<byte[], byte[]>> consumers, Reader reader) {
        this.partition = new TopicPartition(topic, 0);
        this.consumers = consumers;
        this.reader = reader;
    }

    String topic() {
        return partition.topic();
    }

    /** What it could not understand, or null while it goes on. */
    @Nullable
    String stoppedBy() {
        return stoppedBy;
    }

    @Override
    public void start() {
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
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("{} is asked to stop", topic());
            } catch (UnknownEventTypeException | MalformedEventException e) {
                stoppedBy = e.getMessage();
                LOG.error(
                        "{} stops at what it does not understand; a newer version of this service is needed",
                        topic(),
                        e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} tries again: {}", topic(), e.toString());
                stopping(RETRY_MILLIS);
            } finally {
                current = null;
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        if (consumer.partitionsFor(topic(), TOPIC_WAIT).isEmpty()) {
            stopping(RETRY_MILLIS);
            return;
        }
        List<TopicPartition> only = List.of(partition);
        consumer.assign(only);
        long from = reader.resume();
        long begin = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(only).getOrDefault(partition, 0L);
        // a place outside the topic is of another topic of that name: positions tell what is new
        consumer.seek(partition, from < begin || from > end ? begin : from);
        long looked = System.nanoTime();
        while (!stopping(0)) {
            if (System.nanoTime() - looked > LOOK.toNanos()) {
                looked = System.nanoTime();
                if (reader.overtaken()) {
                    LOG.info("{} goes on with a copy that another process has rebuilt", topic());
                    return;
                }
            }
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            if (!records.isEmpty()) {
                reader.apply(records);
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
