package org.dutyledger.indicators.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The one definition of text that may be stored: what a reader cannot see, or what shows the reader another order of
 * characters than is stored, is either removed without changing the meaning or refused.
 *
 * <p>{@link #refused} names a character that has no place in a record. {@link #normal} gives the stored form of every
 * other text: Unicode normal form C (Unicode Standard Annex 15), invisible joiners removed, every kind of blank but the
 * ideographic one (U+3000) written as a space, every kind of line break as {@code \n}, no blanks at either end of a
 * line, no empty lines at either end. A text without any visible character becomes empty.
 */
public final class RecordText {
    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final int OBJECT_REPLACEMENT = 0xFFFC;
    private static final int REPLACEMENT = 0xFFFD;

    private RecordText() {}

    /** The first character that no record may hold, with the reason; empty when there is none. */
    public static Optional<Refused> refused(String text) {
        return text.codePoints()
                .mapToObj(c -> new Refused(c, reason(c)))
                .filter(r -> r.reason() != Reason.NONE)
                .findFirst()
                .or(() -> unprinted(text));
    }

    /** The stored form of a text that holds nothing {@link #refused}. */
    public static String normal(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().filter(c -> !isJoiner(c)).forEach(c -> plain.appendCodePoint(plain(c)));
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        if (composed.codePoints().noneMatch(RecordText::isVisible)) {
            return "";
        }
        StringBuilder lines = new StringBuilder(composed.length());
        composed.lines().map(RecordText::strip).forEach(line -> lines.append(line)
                .append('\n'));
        int start = 0;
        int end = lines.length();
        while (lines.charAt(start) == '\n') {
            start++;
        }
        while (lines.charAt(end - 1) == '\n') {
            end--;
        }
        return lines.substring(start, end);
    }

    /** Whether a text is in its stored form: it holds nothing {@link #refused} and is its own {@link #normal} form. */
    public static boolean isStored(String text) {
        return refused(text).isEmpty() && normal(text).equals(text);
    }

    /**
     * A character that was refused.
     *
     * @param codePoint the character
     */
    public record Refused(int codePoint, Reason reason) {
        /** For people: {@code U+202E (reverses the direction of writing)}. */
        public String describe() {
            return String.format("U+%04X (%s)", codePoint, reason.text());
        }

        /** The same in Chinese. */
        public String describeZh() {
            return String.format("U+%04X（%s）", codePoint, reason.textZh());
        }
    }

    /** Why a character is refused. */
    public enum Reason {
        NONE("", ""),
        CONTROL("a control character", "控制字符"),
        SURROGATE("half of a surrogate pair", "不完整的字符"),
        UNASSIGNED("not a Unicode character", "不是 Unicode 字符"),
        PRIVATE_USE("a private character that looks different on every machine", "自造字，在其他电脑上无法正确显示"),
        DIRECTION("changes the direction of writing", "会改变文字的显示方向"),
        INVISIBLE("invisible", "看不见的字符"),
        NOT_PRINTED("not a character of Chinese official documents", "不是公文中使用的字符"),
        LOST("the mark of a character that was lost in a conversion", "转码时丢失字符留下的标记");

        private final String text;
        private final String textZh;

        Reason(String text, String textZh) {
            this.text = text;
            this.textZh = textZh;
        }

        String text() {
            return text;
        }

        String textZh() {
            return textZh;
        }
    }

    /** After the other reasons, which say more: a mark may become a part of a letter in normal form C. */
    private static Optional<Refused> unprinted(String text) {
        return normal(text)
                .codePoints()
                .filter(c -> c != '\n' && !Repertoire.contains(c))
                .mapToObj(c -> new Refused(c, Reason.NOT_PRINTED))
                .findFirst();
    }

    private static Reason reason(int c) {
        if (c == REPLACEMENT || c == OBJECT_REPLACEMENT) {
            return Reason.LOST;
        }
        if (isDirection(c)) {
            return Reason.DIRECTION;
        }
        if (isBlankLetter(c)) {
            return Reason.INVISIBLE;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t' ? Reason.NONE : Reason.CONTROL;
            case Character.SURROGATE -> Reason.SURROGATE;
            case Character.UNASSIGNED -> Reason.UNASSIGNED;
            case Character.PRIVATE_USE -> Reason.PRIVATE_USE;
            case Character.FORMAT -> isJoiner(c) ? Reason.NONE : Reason.INVISIBLE;
            default -> Reason.NONE;
        };
    }

    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** Letters and symbols that are drawn as nothing: the Hangul fillers and the empty Braille cell. */
    private static boolean isBlankLetter(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }

    /**
     * Characters that editors and web pages leave in copied text: soft hyphen, zero-width characters, byte order mark.
     */
    private static boolean isJoiner(int c) {
        return c == 0x00AD || c == 0x034F || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
    }

    private static int plain(int c) {
        return switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.SPACE_SEPARATOR -> c == IDEOGRAPHIC_SPACE ? c : ' ';
            default -> c == '\r' ? '\n' : c == '\t' ? ' ' : c;
        };
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    private static String strip(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == IDEOGRAPHIC_SPACE;
    }
}
