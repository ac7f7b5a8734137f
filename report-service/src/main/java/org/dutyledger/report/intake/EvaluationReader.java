package org.dutyledger.report.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.report.view.Copies.Copy;
import org.jspecify.annotations.Nullable;

/** Takes in what scoring says, and how far scoring has come. */
final class EvaluationReader implements TopicTail.Reader {
    private final Supplier<Copy> copies;
    private final LongConsumer scored;
    private @Nullable Copy copy;
    private long scoredTo = -1;

    /**
     * @param copies tells which copy to fill; asked at each resumption
     * @param scored is told how far scoring's word is stored
     */
    EvaluationReader(Supplier<Copy> copies, LongConsumer scored) {
        this.copies = copies;
        this.scored = scored;
    }

    @Override
    public long resume() {
        Copy filled = copies.get();
        filled.prepare();
        Bookmark.Place place = bookmark(filled).read();
        scoredTo = place.applied();
        copy = filled;
        scored.accept(scoredTo);
        return place.offset() + 1;
    }

    @Override
    public boolean overtaken() {
        return copies.get() != copy;
    }

    @Override
    public void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        List<IndicatorEvaluated> batch = new ArrayList<>(records.size());
        long mark = scoredTo;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String type = Headers.text(record, Topics.HEADER_TYPE);
            switch (type) {
                case IndicatorEvaluated.TYPE -> batch.add(CanonicalJson.read(record.value(), IndicatorEvaluated.class));
                case ScoringApplied.TYPE ->
                    mark = Math.max(
                            mark,
                            CanonicalJson.read(record.value(), ScoringApplied.class)
                                    .position());
                default -> throw new UnknownEventTypeException(type);
            }
        }
        Copy filled = Objects.requireNonNull(copy, "not resumed");
        filled.evaluations().put(batch);
        scored.accept(mark);
        bookmark(filled).save(mark, records.get(records.size() - 1).offset());
        scoredTo = mark;
    }

    private static Bookmark bookmark(Copy copy) {
        return new Bookmark(copy.places(), Topics.EVALUATIONS);
    }
}
