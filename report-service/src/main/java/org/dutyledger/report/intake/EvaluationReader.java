package org.dutyledger.report.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.report.view.CurrentGeneration.Copy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies scoring's evaluations, and scoring's position. */
final class EvaluationReader implements TopicReader.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(EvaluationReader.class);
    private final Supplier<Copy> copies;
    private final Set<String> skipped;
    private final LongConsumer scored;
    private @Nullable Copy copy;
    private Bookmark.Place place = new Bookmark.Place(-1, -1, "");

    /**
     * @param copies gives the copy to fill; read at each resumption
     * @param skipped places of records to pass over, for example {@code evaluations/0/17}
     * @param scored receives the position up to which scoring's evaluations are stored
     */
    EvaluationReader(Supplier<Copy> copies, Set<String> skipped, LongConsumer scored) {
        this.copies = copies;
        this.skipped = Set.copyOf(skipped);
        this.scored = scored;
    }

    @Override
    public void resume() {
        Copy filled = copies.get();
        filled.prepare();
        place = bookmark(filled).read();
        copy = filled;
        scored.accept(place.applied());
    }

    @Override
    public long offset(String topicId) {
        place = new Bookmark.Place(place.applied(), place.offsetIn(topicId), topicId);
        return place.offset() + 1;
    }

    @Override
    public boolean overtaken() {
        return copies.get() != copy;
    }

    /** @throws UnreadableRecordException at a record that must not be skipped; nothing of the batch is applied then */
    @Override
    public void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        List<IndicatorEvaluated> batch = new ArrayList<>(records.size());
        long mark = place.applied();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (skipped.contains(UnreadableRecordException.place(record))) {
                LOG.warn("record {} is skipped, as configured", UnreadableRecordException.place(record));
            } else {
                Object message = read(record);
                if (message instanceof IndicatorEvaluated evaluation) {
                    batch.add(evaluation);
                } else if (message instanceof ScoringApplied applied) {
                    mark = Math.max(mark, applied.position());
                }
            }
        }
        Copy filled = Objects.requireNonNull(copy, "not resumed");
        filled.evaluations().put(batch, place.topicId());
        scored.accept(mark);
        place = new Bookmark.Place(mark, records.get(records.size() - 1).offset(), place.topicId());
        bookmark(filled).save(place);
    }

    private static Object read(ConsumerRecord<byte[], byte[]> record) {
        try {
            Header header = record.headers().lastHeader(Topics.HEADER_TYPE);
            if (header == null || header.value() == null || record.value() == null) {
                throw new NoSuchElementException("it has no type or no value");
            }
            String type = new String(header.value(), StandardCharsets.UTF_8);
            return switch (type) {
                case IndicatorEvaluated.TYPE -> CanonicalJson.read(record.value(), IndicatorEvaluated.class);
                case ScoringApplied.TYPE -> CanonicalJson.read(record.value(), ScoringApplied.class);
                default -> throw new UnknownEventTypeException(type);
            };
        } catch (UnknownEventTypeException | MalformedEventException | NoSuchElementException e) {
            throw new UnreadableRecordException(record, String.valueOf(e.getMessage()), e);
        }
    }

    private static Bookmark bookmark(Copy copy) {
        return new Bookmark(copy.places(), Topics.EVALUATIONS);
    }
}
