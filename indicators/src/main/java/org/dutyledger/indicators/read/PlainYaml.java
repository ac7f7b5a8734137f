package org.dutyledger.indicators.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dutyledger.indicators.text.Repertoire;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * The text of a framework file, refused where two readers of YAML could take it for different things: the program and the
 * page for browsers read the same file. UTF-8 without a byte order mark, the characters that a report prints, line breaks as
 * line feed or CR LF, no tabulators, backslashes, directives, marks of documents, blocks of text, anchors, aliases or tags;
 * quotes and brackets end on the line where they begin. At most {@value #MOST_BYTES} bytes, and {@value #MOST_NESTED} lists
 * and mappings within each other.
 */
final class PlainYaml {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_NESTED = 50;
    private static final int NO_BREAK_SPACE = 0xA0;
    private static final Pattern MARK = Pattern.compile("^%|^ *(---|\\.\\.\\.)( |$)|(^|[ \\[{,])\\?( |$)");
    private static final Pattern COMMENT_BEHIND_A_WORD = Pattern.compile("[^ ]#");

    private static final Pattern MARK_FIRST = Pattern.compile("^(?:[:?]|-(?![0-9.]))");

    private final Problems problems;

    PlainYaml(Problems problems) {
        this.problems = problems;
    }

    /** The text with line feeds; empty when something was refused. */
    Optional<String> text(byte[] file) {
        if (file.length > MOST_BYTES) {
            problems.add(1, "has %d bytes; the limit is %d".formatted(file.length, MOST_BYTES));
            return Optional.empty();
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString()
                    .replace("\r\n", "\n");
            // so that every reader sees the same end of the last line
            text = text.endsWith("\n") ? text : text + "\n";
        } catch (CharacterCodingException e) {
            problems.add(1, "is not UTF-8; save it in that encoding");
            return Optional.empty();
        }
        int line = 0;
        for (String one : text.split("\n", -1)) {
            line++;
            characters(line, one);
        }
        if (problems.none()) {
            events(text);
        }
        return problems.none() ? Optional.of(text) : Optional.empty();
    }

    private void characters(int line, String text) {
        text.codePoints()
                .filter(c -> c == NO_BREAK_SPACE || !Repertoire.contains(c))
                .findFirst()
                .ifPresent(c -> problems.add(
                        line,
                        "holds the character U+%04X, which a report does not print; write another one".formatted(c)));
        if (MARK.matcher(text).find()) {
            problems.add(
                    line,
                    "has a directive, a mark of a document or a '?' of YAML, which no framework may hold; remove it");
        }
        if (text.indexOf('\\') >= 0) {
            problems.add(line, "holds a backslash, which readers of YAML take differently; remove it");
        }
        if (COMMENT_BEHIND_A_WORD.matcher(text).find()) {
            problems.add(line, "has a '#' directly after another character; write a space before it, or remove it");
        }
    }

    private void events(String text) {
        Deque<CollectionStartEvent> open = new ArrayDeque<>();
        try {
            for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
                if (isMarked(event)) {
                    problems.add(line(event), "has an anchor, an alias or a tag of YAML; write the value itself");
                }
                if (event instanceof ScalarEvent scalar) {
                    scalar(scalar);
                } else if (event instanceof CollectionStartEvent start) {
                    open.push(start);
                    if (open.size() > MOST_NESTED) {
                        // readers that build the tree call themselves for each level
                        problems.add(
                                line(start),
                                "has more than %d lists and mappings within each other".formatted(MOST_NESTED));
                        return;
                    }
                } else if (event instanceof CollectionEndEvent) {
                    brackets(open.pop(), event);
                }
            }
        } catch (RuntimeException e) {
            // composing the same text names the place; the library throws others than its own
        }
    }

    private void scalar(ScalarEvent scalar) {
        if ((scalar.isSQuoted() || scalar.isDQuoted()) && line(scalar) != endLine(scalar)) {
            problems.add(line(scalar), "has a quoted text that ends in another line; end it on its own line");
        }
        if (scalar.getValue().contains("\n")) {
            problems.add(line(scalar), "has a text with an empty line in it; write it on one line");
        }
        if (scalar.isPlain() && MARK_FIRST.matcher(scalar.getValue()).find()) {
            problems.add(
                    line(scalar),
                    "has a text that begins with ':', '?' or '-', which readers of YAML take differently; quote it");
        }
        if (scalar.isLiteral() || scalar.isFolded()) {
            problems.add(line(scalar), "has a block of text after '|' or '>'; write it on one line");
        }
    }

    private void brackets(CollectionStartEvent start, Event end) {
        if (start.isFlow() && line(start) != line(end)) {
            problems.add(
                    line(start),
                    "has a list or mapping in brackets that ends in line " + line(end)
                            + "; end it on its own line, or write one entry a line without brackets");
        }
    }

    private static boolean isMarked(Event event) {
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        return tagged || event instanceof NodeEvent node && node.getAnchor().isPresent();
    }

    private static int endLine(Event event) {
        return event.getEndMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
