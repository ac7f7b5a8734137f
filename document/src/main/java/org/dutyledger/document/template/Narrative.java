package org.dutyledger.document.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.text.AroundNumber;
import org.dutyledger.indicators.text.Punctuation;
import org.dutyledger.indicators.text.TypedNumbers;
import org.dutyledger.indicators.text.TypedNumbers.Typed;
import org.jspecify.annotations.Nullable;

/** A submitted text with {@code {{id}}} placeholders, ready to be filled in. */
record Narrative(List<List<Piece>> paragraphs) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *([A-Za-z0-9_]+) *}}");
    private static final Filled NOTHING = new Filled(List.of(), null, 0);

    /** Text, or the id of what belongs here. */
    record Piece(String text, boolean placeholder) {}

    static Narrative parse(String text) {
        List<List<Piece>> paragraphs = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                paragraphs.add(pieces(line.strip()));
            }
        }
        return new Narrative(paragraphs);
    }

    /**
     * The runs that replace a placeholder.
     *
     * @param runs of a number, with its unit
     * @param unit of the number, empty for a pure one; null where there is no number
     * @param taken how many characters of the following text the runs already hold
     */
    record Filled(List<Run> runs, @Nullable String unit, int taken) {
        private boolean isNumber() {
            return unit != null;
        }

        private boolean isPure() {
            return "".equals(unit);
        }

        private boolean mayPrecede(String behind) {
            return isPure()
                    ? AroundNumber.mayPrecedePure(behind)
                    : AroundNumber.mayPrecede(
                            behind, Unit.of(String.valueOf(unit)).orElse(Unit.NONE));
        }

        /** Its place in a line of {@link AroundNumber}. */
        private String mark() {
            return isNumber() ? isPure() ? AroundNumber.PURE : AroundNumber.NUMBER : printed(runs);
        }

        private boolean isFact() {
            return runs.size() == 1 && runs.get(0).kind() == Kind.FACT;
        }
    }

    /**
     * The runs of one paragraph. A number beside which something is printed that could change it is set apart by a mark: the
     * intake refuses such a text, but the ledger may hold one.
     *
     * @param fill gives what a placeholder's id becomes, knowing the text that follows
     */
    static List<Run> runs(List<Piece> pieces, BiFunction<String, String, Filled> fill) {
        List<Filled> filled = filled(pieces, fill);
        StringBuilder line = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (Filled one : filled) {
            places.add(line.length());
            line.append(one.mark());
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            Filled next = filled.get(i);
            int place = places.get(i);
            String before = AroundNumber.end(line, place);
            Filled last = i == 0 ? NOTHING : filled.get(i - 1);
            String behind = AroundNumber.beginning(line, place);
            if (last.isNumber() && !last.mayPrecede(behind)) {
                runs.add(last.isPure() ? Marks.PURE : Marks.JOINED);
            } else if (next.isNumber() && !AroundNumber.mayFollow(before, next.isPure())
                    || next.isFact() && AroundNumber.isContinuedBy(before, printed(next.runs()))
                    || last.isFact() && AroundNumber.isCounted(printed(last.runs()), behind)) {
                runs.add(Marks.JOINED);
            }
            next.runs().forEach(run -> add(run, runs));
        }
        return runs;
    }

    /** Every piece with its runs; what a number already holds of the text after it is left out there. */
    private static List<Filled> filled(List<Piece> pieces, BiFunction<String, String, Filled> fill) {
        List<String> texts = texts(pieces);
        String line = String.join("", texts);
        Deque<Typed> typed = new ArrayDeque<>(TypedNumbers.in(line));
        List<Filled> filled = new ArrayList<>();
        int at = 0;
        int taken = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int to = at + texts.get(i).length();
            boolean textFollows = i + 1 < pieces.size() && !pieces.get(i + 1).placeholder();
            Filled next = pieces.get(i).placeholder()
                    ? fill.apply(pieces.get(i).text(), textFollows ? texts.get(i + 1) : "")
                    : new Filled(text(line, at + taken, to, typed), null, 0);
            filled.add(next);
            at = to;
            taken = next.taken();
        }
        return filled;
    }

    private static String printed(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The pieces as they are printed, with a mark for each placeholder. */
    private static List<String> texts(List<Piece> pieces) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            texts.add(
                    piece.placeholder()
                            ? TypedNumbers.PLACEHOLDER
                            : Punctuation.normalise(piece.text(), i > 0, i + 1 < pieces.size()));
        }
        return texts;
    }

    /** The runs of a text that is printed alone. */
    static List<Run> text(String text) {
        return text(text, 0, text.length(), new ArrayDeque<>(TypedNumbers.in(text)));
    }

    /**
     * Text runs; the intake refuses typed statistics, and where the ledger holds one, a mark is printed instead.
     *
     * @param typed the numbers of the line; those that end here are taken from it
     */
    private static List<Run> text(String line, int from, int to, Deque<Typed> typed) {
        List<Run> runs = new ArrayList<>();
        int at = from;
        while (!typed.isEmpty() && typed.element().to() <= to) {
            Typed one = typed.remove();
            if (one.from() >= at) {
                add(new Run(Kind.TEXT, line.substring(at, one.from()), null), runs);
                runs.add(
                        one.literal()
                                ? new Run(Kind.LITERAL, line.substring(one.from(), one.to()), null)
                                : Marks.UNSOURCED);
                at = one.to();
            }
        }
        add(new Run(Kind.TEXT, line.substring(at, to), null), runs);
        return runs;
    }

    /** Adds a run; adjacent texts are one run. */
    private static void add(Run run, List<Run> runs) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (run.kind() == Kind.TEXT && last != null && last.kind() == Kind.TEXT) {
            runs.set(runs.size() - 1, new Run(Kind.TEXT, last.text() + run.text(), null));
        } else if (run.kind() != Kind.TEXT || !run.text().isEmpty()) {
            runs.add(run);
        }
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(line);
        int at = 0;
        while (found.find()) {
            if (found.start() > at) {
                pieces.add(new Piece(line.substring(at, found.start()), false));
            }
            pieces.add(new Piece(found.group(1), true));
            at = found.end();
        }
        if (at < line.length()) {
            pieces.add(new Piece(line.substring(at), false));
        }
        return pieces;
    }
}
