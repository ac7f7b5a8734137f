package org.dutyledger.document.template;

/** Chinese numerals of headings. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    /** 一 to 九十九. */
    static String of(int n) {
        if (n < 1 || n > 99) {
            throw new IllegalArgumentException("not a heading number: " + n);
        }
        String ones = n % 10 == 0 ? "" : DIGITS.substring(n % 10, n % 10 + 1);
        if (n < 10) {
            return ones;
        }
        return (n < 20 ? "" : DIGITS.substring(n / 10, n / 10 + 1)) + "十" + ones;
    }

    /** Each digit as its Chinese character, for a name that is printed where numbers are not allowed. */
    static String spell(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                out.append(DIGITS.charAt(Character.digit(c, 10)));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
