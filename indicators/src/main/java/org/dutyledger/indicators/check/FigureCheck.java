package org.dutyledger.indicators.check;

import java.math.BigDecimal;
import java.util.Set;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Range;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;
import org.dutyledger.indicators.read.Suggestion;
import org.dutyledger.indicators.text.RecordText;
import org.jspecify.annotations.Nullable;

/** Figures and slots: known submitters, possible decimals, a range that is one. */
final class FigureCheck {
    private static final int MAX_DECIMALS = 6;
    private static final int MAX_LENGTH = 20_000;

    private final Framework framework;
    private final Problems problems;
    private final Places places;

    FigureCheck(Framework framework, Problems problems, Places places) {
        this.framework = framework;
        this.problems = problems;
        this.places = places;
    }

    void check() {
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures().forEach(this::figure);
            holder.slots().forEach(this::slot);
        }
    }

    private void figure(FigureSpec figure) {
        String what = "figure '" + figure.id() + "'";
        submitters(what, figure, figure.submitters());
        int decimals = figure.decimals();
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            problems.add(
                    places.line(figure, "decimals"),
                    what + " has " + decimals + " decimals; allowed are 0 to " + MAX_DECIMALS);
        } else if (decimals > 0 && figure.unit().counts()) {
            problems.add(
                    places.line(figure, "decimals"),
                    what + " counts " + figure.unit().symbol() + " and must have 0 decimals, not " + decimals);
        }
        range(what, figure, "min", "max", figure.allowed());
        range(what, figure, "plausibleMin", "plausibleMax", figure.plausible());
        figure.words().stream()
                .filter(word -> word.isBlank() || !RecordText.isStored(word))
                .forEach(word -> problems.add(
                        places.line(figure, "words"),
                        what + " allows '" + word + "', which no record can hold as it is written"));
        if (figure.lowerBound() && figure.derived()) {
            problems.add(
                    places.line(figure, "lowerBound"), what + " is derived; only a raw figure can be a lower bound");
        }
    }

    private void range(String what, FigureSpec figure, String min, String max, Range range) {
        if (!range.isPossible()) {
            problems.add(
                    places.line(figure, min),
                    what + " has " + min + " " + plain(range.min()) + " above " + max + " " + plain(range.max()));
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private void slot(NarrativeSlot slot) {
        String what = "narrative slot '" + slot.id() + "'";
        submitters(what, slot, slot.submitters());
        if (slot.maxLength() < 1 || slot.maxLength() > MAX_LENGTH) {
            problems.add(places.line(slot, "maxLength"), what + " must allow 1 to " + MAX_LENGTH + " characters");
        }
    }

    private void submitters(String what, Object part, Set<String> submitters) {
        if (submitters.isEmpty()) {
            problems.add(places.line(part), what + " needs 'submitters': at least one role");
        }
        for (String role : submitters) {
            if (!framework.roles().containsKey(role)) {
                problems.add(
                        places.line(part, "submitters"),
                        what + " names the unknown role '" + role + "'"
                                + Suggestion.forWord(role, framework.roles().keySet()));
            }
        }
    }
}
