package org.dutyledger.report.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.follow.Misfits;
import org.dutyledger.kit.Problem;
import org.dutyledger.kit.projection.Rebuildable;
import org.dutyledger.report.view.CurrentGeneration;
import org.dutyledger.report.view.CurrentGeneration.Copy;
import org.dutyledger.report.view.EvaluationHistory;
import org.dutyledger.report.view.EventCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the events again from the ledger itself, and scoring's evaluations from their topic. The files of issued
 * reports are not a projection and stay unchanged.
 */
final class ReportRebuild implements Rebuildable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportRebuild.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final TopicPartition EVALUATIONS = new TopicPartition(Topics.EVALUATIONS, 0);
    private final CurrentGeneration copies;
    private final LedgerFeed feed;
    private final TopicReader.Kafka kafka;
    private final List<TopicReader> tails;
    private final Set<String> skipped;

    /** @param skipped places of records of the topic to pass over */
    ReportRebuild(
            CurrentGeneration copies,
            LedgerFeed feed,
            TopicReader.Kafka kafka,
            List<TopicReader> tails,
            Set<String> skipped) {
        this.copies = copies;
        this.feed = feed;
        this.kafka = kafka;
        this.tails = List.copyOf(tails);
        this.skipped = Set.copyOf(skipped);
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
        tails.forEach(TopicReader::stop);
    }

    @Override
    public void resume() {
        tails.forEach(TopicReader::start);
    }

    private static Bookmark.Place place(Copy copy, String topic) {
        return new Bookmark(copy.places(), topic).read();
    }

    private final class Built implements Candidate {
        private final Copy copy;
        private final EvidenceReader events;
        private final EvaluationReader evaluations;
        private LongConsumer listener = position -> {};

        Built(Copy copy) {
            this.copy = copy;
            events = new EvidenceReader(() -> copy, feed, new Misfits(), position -> listener.accept(position));
            events.resume();
            evaluations = new EvaluationReader(() -> copy, skipped, scored -> {});
        }

        @Override
        public void replayTo(long position, LongConsumer progress) {
            listener = progress;
            Copy inUse = copies.current();
            // read before the events: starting too early in the topic costs time, starting too late costs a backfill
            Bookmark.Place evidence = place(inUse, Topics.EVIDENCE);
            events.readFromLedger(position);
            if (place(copy, Topics.EVIDENCE).applied() < position) {
                throw new IllegalStateException("the ledger does not give position " + position);
            }
            new Bookmark(copy.places(), Topics.EVIDENCE)
                    .save(new Bookmark.Place(position, evidence.offset(), evidence.topicId()));
            readEvaluations(inUse, () -> progress.accept(position));
        }

        /**
         * Evaluations of the topic up to the place that the copy in use has read, and those that the copy has from
         * deleted topics.
         */
        private void readEvaluations(Copy inUse, Runnable progress) {
            Bookmark.Place place = place(inUse, Topics.EVALUATIONS);
            evaluations.resume();
            String id = kafka.topicId(Topics.EVALUATIONS)
                    .orElseThrow(() -> new Problem(
                            503,
                            "TOPIC_MISSING",
                            "there is no topic evaluations; scoring-service makes and fills it when it starts"));
            boolean sameTopic = id.equals(place.topicId());
            if (sameTopic || place.topicId().isEmpty()) {
                readEvaluations(evaluations.offset(id), place.offset(), progress);
            } else {
                readEvaluations(evaluations.offset(id), Long.MAX_VALUE - 1, progress);
            }
            long kept = copy.evaluations().keepOfLostTopics(inUse.evaluations(), id);
            if (kept > 0) {
                LOG.warn("{} evaluations from topics that were deleted are taken over unchanged", kept);
            }
        }

        /** Up to and including an offset of the topic, or to its end when it is shorter. */
        private void readEvaluations(long from, long upTo, Runnable progress) {
            if (from > upTo) {
                return;
            }
            try (Consumer<byte[], byte[]> consumer = kafka.consumer()) {
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
            } catch (UnreadableRecordException e) {
                throw new Problem(409, "RECORD_UNREADABLE", String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void announce() {
            // nothing follows this service
        }
    }
}
