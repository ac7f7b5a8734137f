package org.dutyledger.submission.audit.fold;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dutyledger.events.RecordedEvent;

/** The end of the part of the ledger that is read. */
public sealed interface Moment {

    /** The known part of a stream, always a prefix of it. */
    List<RecordedEvent> known(List<RecordedEvent> stream);

    /**
     * Everything up to and including a place of the ledger.
     *
     * @param position at least 0
     */
    record AtPosition(long position) implements Moment {
        @Override
        public List<RecordedEvent> known(List<RecordedEvent> stream) {
            return prefix(stream, event -> event.position() <= position);
        }
    }

    /**
     * Everything recorded by an instant. Servers' clocks differ a little, so an event may bear an earlier time than the
     * one before it; it then counts with all that precedes it, since it was decided on that.
     */
    record RecordedBy(Instant instant) implements Moment {
        @Override
        public List<RecordedEvent> known(List<RecordedEvent> stream) {
            return prefix(stream, event -> !event.recordedAt().isAfter(instant));
        }
    }

    /** Everything there is. */
    record Latest() implements Moment {
        @Override
        public List<RecordedEvent> known(List<RecordedEvent> stream) {
            return stream;
        }
    }

    /**
     * Reads a position ({@code 42}) or an instant ({@code 2022-03-01T08:00:00Z}, or with an offset).
     *
     * @throws DateTimeException when it is neither
     */
    static Moment parse(String text) {
        if (text.matches("\\d{1,18}")) {
            return new AtPosition(Long.parseLong(text));
        }
        return new RecordedBy(OffsetDateTime.parse(text).toInstant());
    }

    private static List<RecordedEvent> prefix(
            List<RecordedEvent> stream, java.util.function.Predicate<RecordedEvent> counts) {
        int end = stream.size();
        while (end > 0 && !counts.test(stream.get(end - 1))) {
            end--;
        }
        return stream.subList(0, end);
    }
}
