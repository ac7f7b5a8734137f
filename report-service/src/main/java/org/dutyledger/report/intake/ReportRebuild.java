package org.dutyledger.report.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.dutyledger.events.Topics;
import org.dutyledger.kit.projection.Rebuildable;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.Copies;
import org.dutyledger.report.view.Copies.Copy;
import org.dutyledger.report.view.EvaluationHistory;
import org.dutyledger.report.view.EventCopy;
import org.dutyledger.report.view.StoredBytes;

/**
 * Copies the events anew from the ledger itself, and what scoring said from its topic. The files of issued reports are
 * no projection and stay as they are.
 */
final class ReportRebuild implements Rebuildable {
    private static final int PAGE = 500;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final TopicPartition EVALUATIONS = new TopicPartition(Topics.EVALUATIONS, 0);
    private final Copies copies;
    private final AuditFeed feed;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<TopicTail> tails;

    ReportRebuild(Copies copies, AuditFeed feed, Supplier<Consumer<byte[], byte[]>> consumers, List<TopicTail> tails) {
        this.copies = copies;
        this.feed = feed;
        this.consumers = consumers;
        this.tails = List.copyOf(tails);
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public List<String> collections() {
        return List.of(EventCopy.NAME, EvaluationHistory.NAME);
    }

    @Override
    public long applied() {
        return place(copies.refreshed(), Topics.EVIDENCE).applied();
    }

    @Override
    public Candidate candidate(int generation) {
        return new Built(copies.of(generation));
    }

    @Override
    public void pause() {
        tails.forEach(TopicTail::stop);
    }

    @Override
    public void resume() {
        tails.forEach(TopicTail::start);
    }

    private static Bookmark.Place place(Copy copy, String topic) {
        return new Bookmark(copy.places(), topic).read();
    }

    private final class Built implements Candidate {
        private final Copy copy;
        private final EvaluationReader evaluations;
        private long next;

        Built(Copy copy) {
            this.copy = copy;
            copy.prepare();
            evaluations = new EvaluationReader(() -> copy, scored -> {});
        }

        @Override
        public void replayTo(long position, LongConsumer progress) {
            Copy inUse = copies.current();
            // read before the events: to look too early in the topic costs time, to look too late costs a healed gap
            long offset = place(inUse, Topics.EVIDENCE).offset();
            while (next <= position) {
                List<StoredBytes> page = feed.read(next, (int) Math.min(PAGE, position - next + 1))
                        .events();
                if (page.isEmpty() || page.get(0).position() != next) {
                    throw new IllegalStateException("the ledger does not give position " + next);
                }
                copy.events().put(page);
                next = page.get(page.size() - 1).position() + 1;
                progress.accept(next - 1);
            }
            new Bookmark(copy.places(), Topics.EVIDENCE).save(position, offset);
            readEvaluations(place(inUse, Topics.EVALUATIONS).offset(), () -> progress.accept(position));
        }

        /** Up to and including an offset of the topic, or to its end when it is shorter. */
        private void readEvaluations(long upTo, Runnable progress) {
            long from = evaluations.resume();
            if (from > upTo) {
                return;
            }
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                List<TopicPartition> only = List.of(EVALUATIONS);
                consumer.assign(only);
                Map<TopicPartition, Long> begin = consumer.beginningOffsets(only);
                long end = Math.min(upTo + 1, consumer.endOffsets(only).getOrDefault(EVALUATIONS, 0L));
                consumer.seek(EVALUATIONS, Math.max(from, begin.getOrDefault(EVALUATIONS, 0L)));
                while (consumer.position(EVALUATIONS) < end) {
                    List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(EVALUATIONS).stream()
                            .filter(r -> r.offset() <= upTo)
                            .toList();
                    if (!records.isEmpty()) {
                        evaluations.apply(records);
                    }
                    progress.run();
                }
            }
        }

        @Override
        public void announce() {
            // nobody follows this service
        }
    }
}
