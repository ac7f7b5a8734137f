package org.dutyledger.report.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.report.view.Projection;

/** Takes in what scoring says, and how far scoring has come. */
final class EvaluationReader implements TopicTail.Reader {
    private final Projection projection;
    private final Bookmark bookmark;
    private long scoredTo = -1;

    EvaluationReader(Projection projection, Bookmark bookmark) {
        this.projection = projection;
        this.bookmark = bookmark;
    }

    @Override
    public long resume() {
        Bookmark.Place place = bookmark.read();
        scoredTo = place.applied();
        projection.evaluated(List.of(), scoredTo);
        return place.offset() + 1;
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
        projection.evaluated(batch, mark);
        bookmark.save(mark, records.get(records.size() - 1).offset());
        scoredTo = mark;
    }
}
