package org.dutyledger.scoring.intake;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.AnotherHistoryException;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.follow.Received;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The thread that follows the topic {@code evidence}. It continues from the store's {@code applied}, never from a group
 * offset. When Kafka, MongoDB or the ledger is unavailable it restarts from the store, with growing delay; at an event
 * that it does not understand it stops and reports it.
 */
final class IntakeLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeLoop.class);
    private static final TopicPartition EVIDENCE = new TopicPartition(Topics.EVIDENCE, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MS = 3_000;

    private final String bootstrap;
    private final int batch;
    private final Projection projection;
    private final LedgerFollower follower;
    private final Announcement announcement;
    private final IntakeStatus status;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    /** What each turn works with. */
    record Work(Projection projection, LedgerFollower follower, Announcement announcement) {}

    IntakeLoop(String bootstrap, int batch, Work work, IntakeStatus status) {
        this.bootstrap = bootstrap;
        this.batch = batch;
        this.projection = work.projection();
        this.follower = work.follower();
        this.announcement = work.announcement();
        this.status = status;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        Thread started = new Thread(this::run, "scoring-intake");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                // a batch under way is finished: interrupting it would only mean to redo it
                running.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void run() {
        long pause = 100;
        while (running()) {
            long before = status.applied();
            try {
                follow();
            } catch (ProjectionStoppedException e) {
                LOG.error("scoring stopped after position {}: {}", projection.applied(), e.getMessage());
                status.stopped(String.valueOf(e.getMessage()));
                return;
            } catch (AnotherHistoryException e) {
                LOG.error("ALARM, scoring waits after position {}: {}", projection.applied(), e.getMessage());
                status.waiting(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.warn("scoring pauses after position {}: {}", projection.applied(), e.toString());
                status.waiting(e.toString());
            }
            pause = status.applied() > before ? 100 : Math.min(pause * 2, LONGEST_PAUSE_MS);
            pause(pause);
        }
    }

    private void follow() {
        follower.resume(projection.restart() + 1, projection.head());
        compare();
        announcement.renew();
        status.notEvaluated(projection.notEvaluated());
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            seek(consumer);
            long quietSince = System.nanoTime();
            long looked = quietSince;
            while (running()) {
                if (System.nanoTime() - looked > LOOK.toNanos()) {
                    looked = System.nanoTime();
                    if (projection.overtaken()) {
                        LOG.info("scoring continues with documents that another process has rebuilt");
                        return;
                    }
                    compare();
                    projection.lookForAlterations();
                    status.altered(projection.altered());
                    status.notEvaluated(projection.notEvaluated());
                }
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    follower.accept(
                            records.records(EVIDENCE).stream().map(Received::of).toList());
                    status.applied(projection.applied());
                    quietSince = System.nanoTime();
                    continue;
                }
                follower.idle();
                if (System.nanoTime() - quietSince > QUIET.toNanos()) {
                    // poll returns nothing when the broker is unavailable; this call fails
                    consumer.endOffsets(List.of(EVIDENCE), ANSWER);
                    status.applied(projection.applied());
                    quietSince = System.nanoTime();
                }
            }
        }
    }

    /** An unavailable ledger is compared later; another history of the ledger ends the following. */
    private void compare() {
        try {
            follower.compare();
        } catch (UncheckedIOException e) {
            LOG.info("the ledger cannot be compared now with position {}: {}", projection.applied(), e.toString());
        }
        status.applied(projection.applied());
    }

    /**
     * The offset of a position is never smaller than the position: each is in the topic at least once, in order.
     * So from the offset {@code applied + 1} on nothing new can be missed, and older ones are dropped.
     */
    private void seek(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(EVIDENCE));
        long first = consumer.beginningOffsets(List.of(EVIDENCE), ANSWER).getOrDefault(EVIDENCE, 0L);
        long end = consumer.endOffsets(List.of(EVIDENCE), ANSWER).getOrDefault(EVIDENCE, 0L);
        consumer.seek(EVIDENCE, Math.max(first, Math.min(projection.applied() + 1, end)));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // only when the topic was emptied meanwhile: older positions are dropped, gaps are backfilled
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        batch,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        8 * 1024 * 1024,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void pause(long milliseconds) {
        try {
            stopped.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
