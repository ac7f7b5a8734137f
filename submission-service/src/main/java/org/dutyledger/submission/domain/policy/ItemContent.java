package org.dutyledger.submission.domain.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.dutyledger.document.record.ItemState;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.jspecify.annotations.Nullable;

/** Reads the content out of a request: exact numbers at the framework's decimals, defaults filled in. */
final class ItemContent {
    private ItemContent() {}

    /** The content, or null when the request has none or a policy refuses its form anyway. */
    static ItemState.@Nullable Content of(ItemContext context) {
        ItemRequest request = context.request();
        if (!context.setsValue()) {
            return null;
        }
        if (request.is(Type.NARRATIVE)) {
            return new ItemState.Content(null, request.text(), null, null, null, null);
        }
        if (request.is(Type.FACT)) {
            return new ItemState.Content(null, request.text(), period(context), null, null, request.note());
        }
        BigDecimal value = context.isNumber() ? value(context) : null;
        return value == null
                ? null
                : new ItemState.Content(
                        value, null, period(context), basis(context), date(request.asOf()), request.note());
    }

    private static @Nullable BigDecimal value(ItemContext context) {
        BigDecimal parsed = NumberPolicies.parse(context.request().value());
        int decimals = context.number().decimals();
        return parsed == null || NumberPolicies.significantDecimals(parsed) > decimals
                ? null
                : parsed.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** The period asked for, or the framework's where the request leaves it out. */
    private static @Nullable String period(ItemContext context) {
        FigureSpec figure = context.figure();
        String asked = context.request().period();
        return asked == null && figure != null ? figure.period() : asked;
    }

    /** The basis asked for, or the only natural one; null when it is unknown. */
    static @Nullable Basis basis(ItemContext context) {
        String asked = context.request().basis();
        if (asked == null) {
            return context.number().derived() ? Basis.DECLARED : Basis.REPORTED;
        }
        for (Basis basis : Basis.values()) {
            if (basis.name().equals(asked)) {
                return basis;
            }
        }
        return null;
    }

    static @Nullable LocalDate date(@Nullable String text) {
        try {
            // ten characters: ISO dates may have years of nine digits and signs, which are never intended
            return text == null || text.length() != 10 || text.charAt(0) == '-' ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
