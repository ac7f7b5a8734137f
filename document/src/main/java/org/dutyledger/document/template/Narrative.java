package org.dutyledger.document.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.indicators.text.AroundNumber;

/** A submitted text with {@code {{id}}} placeholders, ready to be filled in. */
record Narrative(List<List<Piece>> paragraphs) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *([A-Za-z0-9_]+) *}}");
    private static final Pattern TYPED = Pattern.compile(AroundNumber.DIGIT + "+([.,]" + AroundNumber.DIGIT + "+)*");
    private static final Run JOINED = new Run(Kind.MISSING, "〔数字相连〕", null);

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
     * The runs of one paragraph. A number that would read as a part of another one is set apart by a mark: the intake
     * refuses such a text, but the ledger may hold one.
     *
     * @param fill gives the runs of a placeholder's id, knowing the text that follows
     */
    static List<Run> runs(List<Piece> pieces, BiFunction<String, String, List<Run>> fill) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.placeholder()) {
                List<Run> filled = fill.apply(piece.text(), textAt(pieces, i + 1));
                if (AroundNumber.joins(printed(runs), printed(filled))) {
                    runs.add(JOINED);
                }
                runs.addAll(filled);
            } else {
                text(Punctuation.normalise(piece.text(), i > 0, i + 1 < pieces.size()), runs);
            }
        }
        return runs;
    }

    private static String printed(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String textAt(List<Piece> pieces, int i) {
        return i >= pieces.size() || pieces.get(i).placeholder()
                ? ""
                : pieces.get(i).text();
    }

    /** Text runs; the intake refuses typed numbers; where the ledger holds one, a mark is printed instead. */
    static void text(String text, List<Run> runs) {
        Matcher typed = TYPED.matcher(text);
        int at = 0;
        while (typed.find()) {
            plain(text.substring(at, typed.start()), runs);
            runs.add(new Run(Kind.MISSING, "〔无来源数字〕", null));
            at = typed.end();
        }
        plain(text.substring(at), runs);
    }

    private static void plain(String text, List<Run> runs) {
        if (!text.isEmpty()) {
            runs.add(new Run(Kind.TEXT, text, null));
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
