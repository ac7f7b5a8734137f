package org.dutyledger.verifier.finding;

import java.util.Arrays;

/** The same line in Chinese and English. */
public record Text(String zh, String en) {
    private static final int SHOWN = 160;

    /** Both with the same arguments, which come from untrusted files. */
    public static Text of(String zh, String en, Object... arguments) {
        Object[] shownZh = Arrays.stream(arguments)
                .map(a -> a instanceof Text text ? text.zh : shown(a))
                .toArray();
        Object[] shownEn = Arrays.stream(arguments)
                .map(a -> a instanceof Text text ? text.en : shown(a))
                .toArray();
        return new Text(String.format(zh, shownZh), String.format(en, shownEn));
    }

    /** The line in one language. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The text shortened, without characters that control a terminal or turn the reading direction. */
    private static String shown(Object argument) {
        String text = argument.toString();
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c)
                .forEach(safe::appendCodePoint);
        return text.codePointCount(0, text.length()) > SHOWN ? safe + "…" : safe.toString();
    }

    /** The languages of the verifier. */
    public enum Language {
        ZH,
        EN
    }
}
