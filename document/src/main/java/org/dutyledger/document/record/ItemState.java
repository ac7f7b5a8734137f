package org.dutyledger.document.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FactCorrected;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.TextSet;
import org.jspecify.annotations.Nullable;

/** One organisation's item as the events so far left it. Immutable; {@link #after} is the whole evolution. */
public record ItemState(Status status, @Nullable Content content, Set<String> files) {
    /** Files of an item that has so many gets no more. */
    public static final int MOST_FILES = 200;

    /** Before anything happened. */
    public static final ItemState NOTHING = new ItemState(Status.ABSENT, null, Set.of());

    public ItemState {
        files = Set.copyOf(files);
    }

    /** The state of the item. */
    public enum Status {
        ABSENT,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN
    }

    /** The value that holds: a number with its circumstances, or a text. */
    public record Content(
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable String period,
            @Nullable Basis basis,
            @Nullable LocalDate asOf,
            @Nullable String note) {

        /** Whether another content is equal; {@code 1.5} and {@code 1.50} are the same number. */
        public boolean sameAs(Content other) {
            return sameNumber(value, other.value)
                    && java.util.Objects.equals(text, other.text)
                    && java.util.Objects.equals(period, other.period)
                    && basis == other.basis
                    && java.util.Objects.equals(asOf, other.asOf)
                    && java.util.Objects.equals(note, other.note);
        }

        private static boolean sameNumber(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null || b == null ? a == b : a.compareTo(b) == 0;
        }
    }

    /** Whether there is a value that could be corrected, withdrawn or reviewed. */
    public boolean hasValue() {
        return content != null;
    }

    /** Whether a value can be submitted; one that is there can only be corrected. */
    public boolean takesFirst() {
        return !hasValue();
    }

    /** Whether the value can be corrected or withdrawn; an accepted one is returned first. */
    public boolean takesChange() {
        return hasValue() && status != Status.ACCEPTED;
    }

    /** Whether a submission puts right what was there before: a returned item also gets files, a withdrawn one a value. */
    public boolean isPutRightBy(boolean file) {
        return status == (file ? Status.RETURNED : Status.WITHDRAWN);
    }

    /** The state after one more event about this item. */
    public ItemState after(ItemEvent event) {
        if (event instanceof FigureSet set) {
            Content content = new Content(set.value(), null, set.period(), set.basis(), set.asOf(), set.note());
            return new ItemState(Status.SUBMITTED, content, files);
        }
        if (event instanceof TextSet set) {
            return new ItemState(Status.SUBMITTED, textOf(set), files);
        }
        if (event instanceof EvidenceEvent.EvidenceAttached attached) {
            Set<String> more = new HashSet<>(files);
            more.add(attached.sha256());
            return new ItemState(status, content, more);
        }
        if (event instanceof EvidenceEvent.ItemWithdrawn) {
            return new ItemState(Status.WITHDRAWN, null, files);
        }
        return new ItemState(
                event instanceof EvidenceEvent.ItemReturned ? Status.RETURNED : Status.ACCEPTED, content, files);
    }

    private static Content textOf(TextSet set) {
        if (set instanceof FactSubmitted fact) {
            return new Content(null, fact.text(), fact.period(), null, null, fact.note());
        }
        if (set instanceof FactCorrected fact) {
            return new Content(null, fact.text(), fact.period(), null, null, fact.note());
        }
        return new Content(null, set.text(), null, null, null, null);
    }
}
