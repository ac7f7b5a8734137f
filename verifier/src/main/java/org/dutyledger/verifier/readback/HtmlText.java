package org.dutyledger.verifier.readback;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.verifier.finding.Text;

/** Reads paragraphs and rows of an HTML page, saved by any program: no tree is built, unknown tags are ignored. */
public final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "html",
            "head",
            "body",
            "title",
            "main",
            "article",
            "section",
            "header",
            "footer",
            "nav",
            "aside",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "caption",
            "tr",
            "td",
            "th",
            "blockquote",
            "pre",
            "figure",
            "details",
            "summary",
            "form",
            "hr");
    private static final int SHOWN = 60;
    private static final Set<String> UNREAD = Set.of("script", "style", "template");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*+)(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+>");
    private static final Pattern REFERENCE = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-z]{2,6});");
    private final BlockCollector out = new BlockCollector();
    private final StringBuilder text = new StringBuilder();
    private final String page;

    private HtmlText(String page) {
        this.page = page;
    }

    /**
     * Reads a file; white space as a browser shows it.
     *
     * @param issued the issued file: but for a byte order mark, line ends and white space at its ends, any other
     *     difference may be displayed differently
     * @throws UnreadableReportException when it is not UTF-8
     */
    public static Reading of(byte[] file, byte[] issued) throws UnreadableReportException {
        String text = written(file);
        String wanted = written(issued);
        int at = 0;
        while (at < Math.min(text.length(), wanted.length()) && text.charAt(at) == wanted.charAt(at)) {
            at++;
        }
        HtmlText html = new HtmlText(text);
        html.read();
        Optional<Text> hidden = text.equals(wanted)
                ? Optional.empty()
                : Optional.of(Reading.at("HTML", text.substring(at, Math.min(text.length(), at + SHOWN))));
        return new Reading(Optional.of(html.out.blocks()), List.of(), List.of(), hidden);
    }

    private static String written(byte[] file) throws UnreadableReportException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .replace("\r\n", "\n")
                    .replaceAll("^[ \t\n\r\f]+|[ \t\n\r\f]+\\z", "");
        } catch (CharacterCodingException e) {
            throw new UnreadableReportException("不是 UTF-8", "it is not UTF-8");
        }
    }

    /** A text as a browser shows it: white space is one space, or nothing at an end. */
    public static String shown(String text) {
        return text.replaceAll("[ \t\n\r\f]+", " ").strip();
    }

    private void read() {
        int at = 0;
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            text.append(page, at, tag < 0 ? page.length() : tag);
            at = tag < 0 ? page.length() : markup(tag);
        }
        flush();
    }

    /** Reads what begins with {@code <}; returns where it ends. */
    private int markup(int at) {
        if (page.startsWith("<!--", at)) {
            return after("-->", at);
        }
        if (page.startsWith("<!", at) || page.startsWith("<?", at)) {
            return after(">", at);
        }
        Matcher tag = TAG.matcher(page).region(at, page.length());
        if (!tag.lookingAt()) {
            text.append('<');
            return at + 1;
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        boolean begins = tag.group(1).isEmpty();
        if (begins && UNREAD.contains(name)) {
            return after(">", after("</" + name, tag.end()));
        }
        if (BLOCKS.contains(name)) {
            flush();
            table(name, begins);
        } else if (name.equals("br")) {
            text.append(' ');
        }
        return tag.end();
    }

    private void table(String name, boolean begins) {
        switch (name) {
            case "tr" -> {
                if (begins) {
                    out.rowBegins();
                } else {
                    out.rowEnds();
                }
            }
            case "td", "th" -> {
                if (begins) {
                    out.cellBegins();
                } else {
                    out.cellEnds();
                }
            }
            default -> {
                // a paragraph or what holds paragraphs
            }
        }
    }

    private int after(String end, int at) {
        int found = page.indexOf(end, at);
        return found < 0 ? page.length() : found + end.length();
    }

    private void flush() {
        out.paragraph(shown(
                REFERENCE.matcher(text).replaceAll(r -> Matcher.quoteReplacement(character(r.group(), r.group(1))))));
        text.setLength(0);
    }

    private static String character(String reference, String name) {
        if (name.charAt(0) == '#') {
            int c = name.charAt(1) == 'x' || name.charAt(1) == 'X'
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(c) ? Character.toString(c) : "\uFFFD";
        }
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> "\u00a0";
            default -> reference;
        };
    }
}
