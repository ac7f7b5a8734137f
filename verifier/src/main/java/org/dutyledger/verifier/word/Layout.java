package org.dutyledger.verifier.word;

import static org.dutyledger.verifier.xml.Element.attribute;
import static org.dutyledger.verifier.xml.Element.child;
import static org.dutyledger.verifier.xml.Element.children;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.readback.BlockCollector;
import org.dutyledger.verifier.readback.Reading;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.dutyledger.verifier.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Properties that the grammar cannot check element by element, in a document that conforms to it: values from styles,
 * and whether lines, cells and tables have room for their text.
 */
final class Layout {
    private static final List<String> INDENTS = Stream.of("left", "right", "start", "end", "firstLine", "hanging")
            .flatMap(name -> Stream.of(name, name + "Chars"))
            .toList();
    private static final Set<String> SYMBOLS = Set.of("2", "02");
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_IN_CELL = 24;
    private static final int LARGEST_IN_MARGIN = 32;
    private static final int SINGLE_LINE = 240;
    private static final int HIGHEST_LINE = 600;
    private static final int MOST_SPACE = 120;
    private static final int ROUNDED = 20;
    private static final List<Integer> COMPUTED_ROW = List.of(1, 1, 1, 1, 1, 4);
    private static final int MOST_EMPTY = 4;
    private static final int MOST_RUNS = 2_000;
    private static final int MOST_CHILDREN = 5_000;
    /** For the text of a page, in twips: a row's beginning behind the head of the table. */
    private static final int LEAST_ROOM = 3_900;
    /** What the lines of a header or footer take at most, in twips. */
    private static final int HIGHEST_MARGIN = 2_500;

    private static final int MOST_TABS = 3;
    /** Of the text between the widest margins of the narrowest page, in twips. */
    private static final int NARROWEST = 6_600;

    private final Styles styles;
    private final List<Integer> widths = new ArrayList<>();
    private @Nullable String found;
    private int empty;
    private long marginHeight;

    private Layout(@Nullable Element styles) {
        this.styles = new Styles(styles, this::refuse);
    }

    /**
     * The first thing that may be shown otherwise, with its place.
     *
     * @throws UnreadableReportException when a part is not well-formed XML
     */
    static Optional<Text> hidden(List<WordPackage.Part> parts) throws UnreadableReportException {
        Element styles = null;
        for (WordPackage.Part part : parts) {
            styles = part.isStyles() ? Element.root(part.name(), part.content()) : styles;
        }
        Layout layout = new Layout(styles);
        for (WordPackage.Part part : parts) {
            if (part.isDocument() || part.isMargin()) {
                layout.empty = 0;
                layout.marginHeight = 0;
                layout.walk(Element.root(part.name(), part.content()), null, part.isMargin());
                if (layout.marginHeight > HIGHEST_MARGIN) {
                    layout.refuse("height " + layout.marginHeight);
                }
                if (!layout.widths.isEmpty()) {
                    layout.refuse("sectPr");
                }
            }
            if (part.kind().equals("fontTable")) {
                children(Element.root(part.name(), part.content()), "font").forEach(layout::font);
            }
            if (layout.found != null) {
                return Optional.of(Reading.at(part.name(), layout.found));
            }
        }
        return Optional.empty();
    }

    /** A font of letters is not described as one of symbols, which a program could then take where it lacks it. */
    private void font(Element font) {
        String charset = String.valueOf(attribute(child(font, "charset"), "val"));
        String panose = String.valueOf(attribute(child(font, "panose1"), "val"));
        String name = String.valueOf(attribute(font, "name"));
        if (Grammar.PLAIN_WORD.isFont(name) && (SYMBOLS.contains(charset) || panose.startsWith("05"))) {
            refuse("font " + name);
        }
    }

    /** Everything below an element, in the document's order. */
    private void walk(Element element, @Nullable Element cell, boolean margin) {
        for (Element one : element.children()) {
            switch (one.name()) {
                case "p" -> paragraph(one, cell, margin);
                case "tbl" -> table(one);
                case "tc" -> cell(one);
                case "sectPr" -> section(one);
                default -> {
                    // without direct layout
                }
            }
            walk(one, one.name().equals("tc") ? one : cell, margin);
        }
    }

    /** A cell with text has no empty paragraph, one without text has one: more would push text to another page. */
    private void cell(Element cell) {
        List<Element> paragraphs = paragraphs(cell);
        if (paragraphs.size() > 1 && paragraphs.stream().anyMatch(p -> BlockCollector.isBlank(p.text()))) {
            refuse("tc/p");
        }
    }

    private static List<Element> paragraphs(Element element) {
        List<Element> paragraphs = new ArrayList<>();
        for (Element one : element.children()) {
            if (one.name().equals("p")) {
                paragraphs.add(one);
            } else {
                paragraphs.addAll(paragraphs(one));
            }
        }
        return paragraphs;
    }

    private void paragraph(Element paragraph, @Nullable Element cell, boolean margin) {
        boolean inCell = cell != null;
        empty = !inCell && BlockCollector.isBlank(paragraph.text()) ? empty + 1 : 0;
        if (empty > MOST_EMPTY || inCell && !styles.isOfCell(paragraph)) {
            refuse("p " + paragraph.text());
        }
        List<Element> places = styles.ofParagraph(paragraph);
        String rule = Styles.value(places, "spacing", "lineRule");
        int line = number(Styles.value(places, "spacing", "line"), SINGLE_LINE);
        List<Element> all = runs(paragraph);
        List<Element> runs = all.stream().filter(Layout::prints).toList();
        if (all.size() > MOST_RUNS || paragraph.children().size() > MOST_CHILDREN) {
            refuse("p r*" + all.size());
            return;
        }
        Set<Integer> sizes = new TreeSet<>();
        Set<String> colours = new HashSet<>();
        for (Element run : runs) {
            List<Element> of = styles.ofRun(run, paragraph);
            sizes.add(number(Styles.value(of, "sz", "val"), DEFAULT_SIZE));
            colours.add(colour(Styles.value(of, "color", "val")));
        }
        Element properties = child(paragraph, "pPr");
        List<Element> ofMark = styles.ofRun(properties == null ? paragraph : properties, paragraph);
        int mark = number(Styles.value(ofMark, "sz", "val"), DEFAULT_SIZE);
        int largest = sizes.stream().mapToInt(Integer::intValue).max().orElse(mark);
        // a smaller digit reads as an exponent, a lighter point as none; sizes are in half points, lines in twentieths
        // of one
        if ("exact".equals(rule) && line < 10 * largest || sizes.size() > 1 || colours.size() > 1) {
            refuse("p sz=" + sizes + " line=" + line + " color=" + colours);
        }
        if (inCell && places.stream().anyMatch(place -> hasTab(place) || hasBorder(place))
                || BlockCollector.isBlank(paragraph.text()) && breaks(paragraph) > 1
                || margin
                        && (breaks(paragraph) > 0
                                || tabs(paragraph) > MOST_TABS
                                || places.stream().anyMatch(Layout::hasBorder))) {
            refuse("p tabs pBdr br");
        }
        if (margin) {
            marginHeight += height(paragraph, all, Math.max(largest, mark), places, line);
        }
        boolean indented = INDENTS.stream().anyMatch(name -> number(Styles.value(places, "ind", name), 0) != 0);
        boolean spread = line > HIGHEST_LINE
                || Stream.of("before", "after")
                        .anyMatch(side -> number(Styles.value(places, "spacing", side), 0) > MOST_SPACE
                                || number(Styles.value(places, "spacing", side + "Lines"), 0) > 0);
        if (inCell && (indented || spread || Math.max(largest, mark) > LARGEST_IN_CELL)
                || margin && (spread || Math.max(largest, mark) > LARGEST_IN_MARGIN)) {
            refuse("p " + paragraph.text());
        }
    }

    /** A text is aligned at a tab stop of its cell without any tabulator. */
    private static boolean hasTab(Element properties) {
        return !children(child(properties, "tabs"), "tab").isEmpty();
    }

    private static boolean hasBorder(Element properties) {
        return child(properties, "pBdr") != null;
    }

    private static int breaks(Element element) {
        return count(element, Set.of("br", "cr"));
    }

    /** Tabulators of runs; a stop is called the same. */
    private static int tabs(Element element) {
        return element.children().stream()
                .mapToInt(one -> one.name().equals("r") ? count(one, Set.of("tab")) : tabs(one))
                .sum();
    }

    private static int count(Element element, Set<String> names) {
        return element.children().stream()
                .mapToInt(one -> names.contains(one.name()) ? 1 : count(one, names))
                .sum();
    }

    private static String colour(@Nullable String value) {
        return value == null || value.equals("auto") || value.equals("000000") ? "" : value;
    }

    private static List<Element> runs(Element element) {
        List<Element> runs = new ArrayList<>();
        for (Element one : element.children()) {
            if (one.name().equals("r")) {
                runs.add(one);
            } else {
                runs.addAll(runs(one));
            }
        }
        return runs;
    }

    /** Whether a run prints characters. */
    private static boolean prints(Element run) {
        return children(run, "t").stream().anyMatch(t -> !t.text().isEmpty());
    }

    /**
     * What a paragraph of a header or footer takes at most, in twips: lines of the narrowest page, each half as high again as
     * its largest letters, where a tabulator may begin a new one.
     */
    private long height(Element paragraph, List<Element> runs, int largest, List<Element> places, int line) {
        int size = largest;
        for (Element run : runs) {
            size = Math.max(size, number(Styles.value(styles.ofRun(run, paragraph), "sz", "val"), DEFAULT_SIZE));
        }
        int perLine = Math.max(1, NARROWEST / (15 * size));
        long lines = 1 + tabs(paragraph) + paragraph.text().length() / perLine;
        return lines * Math.max(line, 15L * size * line / SINGLE_LINE)
                + number(Styles.value(places, "spacing", "before"), 0)
                + number(Styles.value(places, "spacing", "after"), 0);
    }

    /**
     * The columns are those of an annex, each cell is as wide as its columns, and the first row alone is repeated and not
     * split between pages: of a row that is higher than a page and must not be split, programs show the beginning only.
     */
    private void table(Element table) {
        styles.requireOfTable(table);
        List<Integer> columns = children(child(table, "tblGrid"), "gridCol").stream()
                .map(column -> number(attribute(column, "w"), 0))
                .toList();
        List<Element> rows = children(table, "tr");
        boolean sound = Grammar.PLAIN_WORD.isTable(columns);
        for (int i = 0; sound && i < rows.size(); i++) {
            Element properties = child(rows.get(i), "trPr");
            boolean special = isOn(child(properties, "tblHeader")) || isOn(child(properties, "cantSplit"));
            sound = (i == 0 || !special) && isRow(rows.get(i), columns);
        }
        if (!sound) {
            refuse("tblGrid " + columns);
        }
        widths.add(columns.stream().mapToInt(Integer::intValue).sum());
    }

    private static boolean isOn(@Nullable Element property) {
        String value = attribute(property, "val");
        return property != null && (value == null || Styles.isOn(value));
    }

    /** One cell a column; in annex 1 the last one may take the four columns of what a computed value has no event for. */
    private static boolean isRow(Element row, List<Integer> columns) {
        int at = 0;
        List<Integer> spans = new ArrayList<>();
        for (Element cell : children(row, "tc")) {
            Element properties = child(cell, "tcPr");
            int span = number(attribute(child(properties, "gridSpan"), "val"), 1);
            if (at + span > columns.size()) {
                return false;
            }
            int width = columns.subList(at, at + span).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (Math.abs(number(attribute(child(properties, "tcW"), "w"), width) - width) > ROUNDED * span) {
                return false;
            }
            at += span;
            spans.add(span);
        }
        return at == columns.size() && (spans.size() == at || spans.equals(COMPUTED_ROW));
    }

    /** The tables of a section fit between its margins. */
    private void section(Element section) {
        Element size = child(section, "pgSz");
        Element margins = child(section, "pgMar");
        int width = number(attribute(size, "w"), 0);
        int room = width - number(attribute(margins, "left"), 0) - number(attribute(margins, "right"), 0);
        int height = number(attribute(size, "h"), 0);
        boolean landscape = "landscape".equals(attribute(size, "orient"));
        if (size == null
                || margins == null
                || landscape != width > height
                || height - outer(margins, "top", "header") - outer(margins, "bottom", "footer") < LEAST_ROOM
                || widths.stream().anyMatch(table -> table > room + ROUNDED)) {
            refuse("sectPr " + width);
        }
        widths.clear();
    }

    /** A header or footer that is higher than its margin takes from the text. */
    private static int outer(@Nullable Element margins, String margin, String lines) {
        return Math.max(number(attribute(margins, margin), 0), number(attribute(margins, lines), 0) + HIGHEST_MARGIN);
    }

    private static int number(@Nullable String value, int otherwise) {
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private void refuse(String what) {
        if (found == null) {
            found = what;
        }
    }
}
