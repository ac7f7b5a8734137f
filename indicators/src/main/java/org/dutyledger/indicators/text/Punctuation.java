package org.dutyledger.indicators.text;

/**
 * Rules of Chinese punctuation: full width next to Chinese, half width inside numbers and Latin words. Sources
 * mix both.
 */
public final class Punctuation {
    private static final String HALF = ",;:?!()";
    private static final String FULL = "，；：？！（）";

    private Punctuation() {}

    /** The text as it is printed, with full-width punctuation; digits and letters stay half width. */
    public static String normalise(String text) {
        return normalise(text, false, false);
    }

    /**
     * The same for a piece of a sentence.
     *
     * @param before whether Chinese text or a number is directly before it
     * @param after whether Chinese text or a number is directly after it
     */
    public static String normalise(String submitted, boolean before, boolean after) {
        String text = Repertoire.printed(submitted);
        StringBuilder out = new StringBuilder(text.length());
        boolean open = false;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wideLeft = out.isEmpty() ? before : isWide(out.charAt(out.length() - 1));
            // found once for a run of blanks: a megabyte of them is read once
            next = next > i ? next : afterBlanks(text, i + 1);
            boolean wideRight = next < text.length() ? isWide(text.charAt(next)) : after;
            int half = HALF.indexOf(c);
            if (half >= 0 && (wideLeft || wideRight)) {
                out.append(FULL.charAt(half));
            } else if (c == '.' && wideLeft && (wideRight || i + 1 == text.length())) {
                out.append('。');
            } else if (c == '"' && (wideLeft || wideRight)) {
                out.append(open ? '”' : '“');
                open = !open;
            } else if (isSpace(c)) {
                if (!wideLeft && !wideRight && !out.isEmpty() && i + 1 < text.length()) {
                    out.append(' ');
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000';
    }

    private static boolean isWide(char c) {
        return Character.isIdeographic(c)
                || (c >= '\u3000' && c <= '\u303f')
                || (c >= '\uff00' && c <= '\uffef')
                || c == '“'
                || c == '”'
                || c == '—'
                || c == '…';
    }
}
