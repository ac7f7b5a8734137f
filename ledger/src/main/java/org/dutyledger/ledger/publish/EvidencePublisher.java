package org.dutyledger.ledger.publish;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.publish.PublisherHealth.State;
import org.dutyledger.ledger.topic.OrderedSender;
import org.dutyledger.ledger.topic.PublishException;
import org.dutyledger.ledger.topic.TopicTail;
import org.dutyledger.ledger.topic.TopicUnusableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger and sends each event to Kafka, in position order and without a gap.
 *
 * <p>It stores no position: at each start and after each failure, the topic's own last record determines where to
 * continue. So nothing is left out, and only what was sent but not acknowledged may appear twice; a consumer takes last
 * + 1 and drops what is lower. Appending never waits for it.
 */
public final class EvidencePublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EvidencePublisher.class);
    private static final int EVENTS_A_PAGE = 4096;
    private static final int COMMITS_A_PAGE = 512;
    private static final long FIRST_BACK_OFF = 100;

    /** How many records back a record of this ledger is searched when the last one is not. */
    private static final int LOOKED_THROUGH = 1_000;

    private final LedgerReader ledger;
    private final PublisherSettings settings;
    private final Lease lease;
    private final Thread thread;
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile PublisherHealth health = new PublisherHealth(State.STARTING, -1, null);
    private long backOff = FIRST_BACK_OFF;

    /** A publisher that does nothing before {@link #start()}; it gives the lease back when it is closed. */
    public EvidencePublisher(LedgerReader ledger, PublisherSettings settings, Lease lease) {
        this.ledger = ledger;
        this.settings = settings;
        this.lease = lease;
        this.thread = new Thread(this::run, "evidence-publisher");
        this.thread.setDaemon(true);
    }

    /** Starts; Kafka and MongoDB may still be unavailable. */
    public void start() {
        thread.start();
    }

    /** Signals a commit, so that it is published before the next poll. Never blocks. */
    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Current state, from memory. */
    public PublisherHealth health() {
        return health;
    }

    /**
     * Number of committed events that Kafka is not known to hold; reads the ledger's size. Before the first read it is
     * the size of the ledger.
     */
    public long lag() {
        return Math.max(0, ledger.size() - 1 - health.published());
    }

    private void run() {
        try {
            while (!isClosing()) {
                attempt();
            }
        } catch (TopicUnusableException | RivalClusterException e) {
            now(State.STOPPED, e.getMessage());
            LOG.error("publishing has stopped: {}", e.getMessage());
        } catch (Error e) {
            now(State.STOPPED, e.toString()); // a thread that ends without a word would look like one at rest
            throw e;
        } finally {
            giveLeaseBack();
        }
    }

    private void attempt() {
        try {
            if (lease.isHeld()) {
                now(State.STARTING, health.problem());
                publishFromTheEnd();
            } else {
                now(State.STANDBY, null);
                rest();
            }
        } catch (TopicUnusableException | RivalClusterException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!isClosing()) {
                retryLater(e);
            }
        }
    }

    private void publishFromTheEnd() {
        long next = next(new TopicTail(settings.kafka(), settings.topic()));
        health = new PublisherHealth(State.PUBLISHING, next - 1, health.problem());
        int commits = COMMITS_A_PAGE;
        try (OrderedSender sender = new OrderedSender(settings.kafka())) {
            while (!isClosing() && lease.isHeld()) {
                List<StoredCommit> page = ledger.read(next, commits);
                if (page.isEmpty()) {
                    now(State.PUBLISHING, null);
                    rest();
                    continue;
                }
                List<ProducerRecord<String, byte[]>> records = records(page, next);
                sender.send(records);
                next += records.size();
                health = new PublisherHealth(State.PUBLISHING, next - 1, null);
                backOff = FIRST_BACK_OFF;
                int eventsACommit = Math.max(1, records.size() / page.size());
                commits = Math.max(1, Math.min(COMMITS_A_PAGE, EVENTS_A_PAGE / eventsACommit));
            }
        }
    }

    /**
     * Position at which to continue: after the last record of this ledger. Records after it were written by another
     * party; readers of the topic detect that and ask the ledger.
     */
    private long next(TopicTail topic) {
        ConsumerRecord<String, byte[]> last = topic.read();
        if (last == null) {
            return 0;
        }
        try {
            requireOfThisLedger(last);
            return EvidenceRecords.position(last) + 1;
        } catch (TopicUnusableException | PublishException foreign) {
            List<ConsumerRecord<String, byte[]>> tail = topic.read(LOOKED_THROUGH);
            for (int i = tail.size() - 1; i >= 0; i--) {
                if (isOfThisLedger(tail.get(i))) {
                    LOG.error(
                            "ALARM, {} of the last records of {} are not of this ledger, from offset {} on; the last: {}",
                            tail.size() - 1 - i,
                            settings.topic(),
                            tail.get(i).offset() + 1,
                            foreign.getMessage());
                    return EvidenceRecords.position(tail.get(i)) + 1;
                }
            }
            throw foreign;
        }
    }

    private boolean isOfThisLedger(ConsumerRecord<String, byte[]> record) {
        try {
            requireOfThisLedger(record);
            return true;
        } catch (TopicUnusableException | PublishException e) {
            return false;
        }
    }

    /** A topic of another ledger, or of one whose database was put back, must not be continued. */
    private void requireOfThisLedger(ConsumerRecord<String, byte[]> last) {
        long position = EvidenceRecords.position(last);
        String where = "the record " + TopicTail.place(last);
        StoredEvent event = null;
        StoredCommit commit = null;
        for (StoredCommit holder : ledger.read(position, 1)) {
            commit = holder;
            event = holder.events().stream()
                    .filter(e -> e.position() == position)
                    .findFirst()
                    .orElse(null);
        }
        if (commit == null || event == null) {
            throw new PublishException(where + " has position " + position + ", which the ledger does not hold", null);
        }
        if (!EvidenceRecords.hex(commit.hash()).equals(TopicTail.header(last, EvidenceRecords.COMMIT_HASH))
                || !Arrays.equals(event.data(), last.value())) {
            throw new TopicUnusableException(where + " is another event than the ledger's at position " + position
                    + ": it is the topic of another ledger; delete and create it, and it is filled again");
        }
    }

    private List<ProducerRecord<String, byte[]>> records(List<StoredCommit> page, long next) {
        long expected = page.get(0).position();
        if (expected > next) {
            throw new PublishException("the ledger shows position " + expected + " but not " + next, null);
        }
        for (StoredCommit commit : page) {
            if (commit.position() != expected) {
                throw new PublishException("the ledger does not show position " + expected, null);
            }
            expected = commit.nextPosition();
        }
        return page.stream()
                .flatMap(commit -> EvidenceRecords.of(commit, next, settings.topic()))
                .toList();
    }

    private void retryLater(RuntimeException e) {
        String problem = e.getMessage() == null ? e.toString() : e.getMessage();
        if (!problem.equals(health.problem())) {
            LOG.warn("publishing waits: {}", problem);
            LOG.debug("publishing waits", e);
        }
        now(State.RETRYING, problem);
        try {
            if (!closing.await(backOff, TimeUnit.MILLISECONDS)) {
                backOff = Math.min(backOff * 2, settings.maxBackOff().toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // by close(), which has counted down before
        }
    }

    private void rest() {
        try {
            if (signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // by close(), which has counted down before
        }
    }

    private void now(State state, @Nullable String problem) {
        health = new PublisherHealth(state, health.published(), problem);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void giveLeaseBack() {
        Thread.interrupted(); // the driver would refuse to send anything
        try {
            lease.close();
        } catch (RuntimeException e) {
            LOG.info("the lease could not be released and will expire: {}", e.getMessage());
        }
    }

    /** Ends within seconds, in any state of Kafka. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        now(State.CLOSED, null);
    }
}
