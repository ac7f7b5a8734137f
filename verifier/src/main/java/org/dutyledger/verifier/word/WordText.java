package org.dutyledger.verifier.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.dutyledger.verifier.readback.BlockCollector;
import org.dutyledger.verifier.readback.Mark;
import org.jspecify.annotations.Nullable;

/** The printed text of a part: paragraphs and rows, or the lines of a margin, and the marks in them. */
final class WordText {
    // the last character is put for a field
    private static final Pattern PAGE_NUMBER = Pattern.compile("—? ?\0? ?—?");
    private static final Pattern SPACE_AT_AN_END = Pattern.compile("^[ \\t\\n\\r]|[ \\t\\n\\r]\\z");
    private static final Pattern SOURCE = Pattern.compile("(?i)(S_)?N[0-9]+");
    private static final int MOST_LINES = 3;
    private static final int MOST_CHARACTERS = 60;
    private final boolean margin;
    private final Consumer<String> refuse;
    private final BlockCollector out = new BlockCollector();
    private final List<String> lines = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final Deque<Line> open = new ArrayDeque<>();
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder runText = new StringBuilder();
    private boolean preserved;
    private int paragraphs;
    private int characters;

    /** A paragraph that has begun. */
    private static final class Line {
        final StringBuilder shown = new StringBuilder();
        /** The text without values that a program fills in, such as the page's number. */
        final StringBuilder own = new StringBuilder();

        final Deque<Begun> begun = new ArrayDeque<>();
        final List<Mark> marks = new ArrayList<>();
        final PageField field;
        boolean broken;

        Line(Consumer<String> refuse) {
            field = new PageField(refuse);
        }

        void mark(Mark.Kind kind, String name, String hint, int from, String text) {
            marks.add(new Mark(kind, name, hint, "", from, text));
        }
    }

    /** A link or control that has begun. */
    private static final class Begun {
        final int from;
        String name = "";
        String hint = "";

        Begun(int from) {
            this.from = from;
        }
    }

    /**
     * Begins without any text.
     *
     * @param margin whether the part is a header or footer
     * @param refuse receives content that may be displayed otherwise than it reads
     */
    WordText(boolean margin, Consumer<String> refuse) {
        this.margin = margin;
        this.refuse = refuse;
    }

    List<List<String>> blocks() {
        return out.blocks();
    }

    /** Lines of a header or footer other than the page's number. */
    List<String> lines() {
        return lines;
    }

    List<Mark> marks() {
        return marks;
    }

    /** An element begins; {@code attribute} gives the value of one of its attributes, or null. */
    void begin(String name, String parent, UnaryOperator<@Nullable String> attribute) {
        Line line = open.peek();
        switch (name) {
            case "p" -> open.push(new Line(refuse));
            case "tr" -> {
                if (!margin) {
                    out.rowBegins();
                }
            }
            case "tc" -> out.cellBegins();
            case "t" -> {
                runText.setLength(0);
                preserved = "preserve".equals(attribute.apply("xml:space"));
            }
            case "tab" -> append(parent.equals("r") ? "\t" : "");
            case "br" -> lineBreak(line, attribute.apply("type"));
            case "cr" -> append("\n");
            case "sdt", "hyperlink" -> {
                if (line != null) {
                    line.begun.push(new Begun(line.shown.length()));
                    name(line, attribute.apply("anchor"));
                    hint(line, attribute.apply("tooltip"));
                    hint(line, attribute.apply("tgtFrame"));
                }
            }
            case "alias", "tag" -> name(line, attribute.apply("val"));
            case "bookmarkStart" -> place(line, attribute.apply("name"));
            case "fldChar" -> {
                if (line == null) {
                    refuse.accept(name);
                } else if (line.field.character(String.valueOf(attribute.apply("fldCharType")))) {
                    line.own.append('\0');
                }
            }
            default -> {
                // prints nothing itself
            }
        }
    }

    /** An element ends. */
    void end(String name) {
        Line line = open.peek();
        switch (name) {
            case "p" -> paragraph(open.pop());
            case "tr" -> out.rowEnds();
            case "tc" -> out.cellEnds();
            case "sdt", "hyperlink" -> {
                if (line != null) {
                    Begun begun = line.begun.pop();
                    Mark.Kind kind = name.equals("sdt") ? Mark.Kind.CONTROL : Mark.Kind.LINK;
                    if (kind == Mark.Kind.LINK || !begun.name.isEmpty()) {
                        line.mark(kind, begun.name, begun.hint, begun.from, line.shown.substring(begun.from));
                    }
                }
            }
            case "t" -> runText();
            case "instrText" -> {
                if (line != null) {
                    line.field.instructed();
                }
            }
            case "dc:title" -> {
                if (!title.isEmpty()) {
                    marks.add(new Mark(Mark.Kind.TITLE, "", "", title.toString(), 0, ""));
                }
            }
            default -> {
                // ends nothing
            }
        }
    }

    /** Characters in an element. */
    void characters(String name, String text) {
        Line line = open.peek();
        switch (name) {
            case "t" -> runText.append(text);
            case "dc:title" -> title.append(text);
            case "instrText" -> {
                if (line == null) {
                    refuse.accept(name);
                } else {
                    line.field.instruction(text);
                }
            }
            default -> {
                // no text of the document
            }
        }
    }

    /** Programs drop the space at the ends of a text that is not marked to keep it. */
    private void runText() {
        String text = runText.toString();
        if (!preserved && SPACE_AT_AN_END.matcher(text).find()) {
            refuse.accept("t '" + text + "'");
        }
        append(text);
    }

    private void append(String text) {
        Line line = open.peek();
        if (text.isEmpty()) {
            return;
        }
        if (line == null) {
            refuse.accept(text);
            return;
        }
        if (line.broken) {
            refuse.accept("br/" + text);
        }
        line.shown.append(text);
        if (!line.field.takes(text)) {
            line.own.append(text);
        }
    }

    /**
     * A page or column may end before or after the text of a paragraph; between its characters it could part a number.
     */
    private void lineBreak(@Nullable Line line, @Nullable String type) {
        if (!"page".equals(type) && !"column".equals(type)) {
            append("\n");
        } else if (line != null) {
            line.broken |= !line.shown.isEmpty();
        }
    }

    private void name(@Nullable Line line, @Nullable String name) {
        Begun begun = line == null ? null : line.begun.peek();
        if (begun != null && name != null) {
            if (!begun.name.isEmpty() && !begun.name.equals(name)) {
                refuse.accept(name);
            }
            begun.name = name;
        }
    }

    private void hint(Line line, @Nullable String hint) {
        Begun begun = line.begun.element();
        if (hint != null && !hint.isEmpty()) {
            if (!begun.hint.isEmpty() && !begun.hint.equals(hint)) {
                refuse.accept(hint);
            }
            begun.hint = hint;
        }
    }

    private void place(@Nullable Line line, @Nullable String name) {
        if (name == null || !SOURCE.matcher(name).matches()) {
            return;
        }
        if (line == null) {
            refuse.accept("bookmarkStart " + name);
        } else {
            line.mark(Mark.Kind.PLACE, name, "", line.shown.length(), "");
        }
    }

    private void paragraph(Line line) {
        String text = line.shown.toString();
        line.field.paragraphEnds();
        line.marks.forEach(m -> marks.add(new Mark(m.kind(), m.name(), m.hint(), text, m.from(), m.text())));
        if (!margin) {
            out.paragraph(text);
            return;
        }
        paragraphs++;
        characters += text.length();
        // more would push the text off the page
        if (paragraphs > MOST_LINES || characters > MOST_CHARACTERS) {
            refuse.accept(text);
        }
        if (!BlockCollector.isBlank(text) && !PAGE_NUMBER.matcher(line.own).matches()) {
            lines.add(text);
        }
    }
}
