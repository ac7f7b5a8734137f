package org.dutyledger.evaluation;

import java.math.BigDecimal;
import org.dutyledger.events.IndicatorEvaluated.Bound;
import org.jspecify.annotations.Nullable;

/**
 * The state of one item of one organisation. A withdrawn item is kept with its position, without a value.
 *
 * @param item id of the figure, fact, claim or narrative slot
 * @param value the number, or null for texts and withdrawn items
 * @param text the text, or null for numbers and withdrawn items
 * @param unit symbol of the unit, empty for texts
 * @param bound the direction if the value is only a bound of the true one, or null for exact numbers and texts
 * @param setAt position of the event that set the value
 * @param changedAt position of the last event that changed value or state
 */
public record Item(
        String item,
        String organisation,
        State state,
        @Nullable BigDecimal value,
        @Nullable String text,
        String unit,
        @Nullable Bound bound,
        long setAt,
        long changedAt) {

    /** An exact number, or a text. */
    public Item(
            String item,
            String organisation,
            State state,
            @Nullable BigDecimal value,
            @Nullable String text,
            String unit,
            long setAt,
            long changedAt) {
        this(item, organisation, state, value, text, unit, null, setAt, changedAt);
    }

    /** The life of an item. */
    public enum State {
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN;

        /**
         * Whether a value in this state counts: one that was withdrawn, or returned and not corrected yet, is missing.
         */
        public boolean counts() {
            return this == SUBMITTED || this == ACCEPTED;
        }
    }

    /** The same value in another state. */
    public Item in(State next, long position) {
        return next == State.WITHDRAWN
                ? new Item(item, organisation, next, null, null, "", null, setAt, position)
                : new Item(item, organisation, next, value, text, unit, bound, setAt, position);
    }

    /** Whether its value counts. */
    public boolean counts() {
        return state.counts();
    }

    /** Whether it was sent back to its organisation and not corrected yet. */
    public boolean returned() {
        return state == State.RETURNED;
    }

    /** The value as text: plain decimal, or the text itself. */
    public String shown() {
        return value != null ? value.toPlainString() : text != null ? text : "";
    }
}
