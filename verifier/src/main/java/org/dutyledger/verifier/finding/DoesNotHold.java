package org.dutyledger.verifier.finding;

import java.util.List;

/** The first thing that does not hold; nothing after it is checked. */
public final class DoesNotHold extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Code code;
    private final transient Text text;
    private final transient List<Text> details;

    public DoesNotHold(Code code, Text text) {
        this(code, text, List.of());
    }

    /** With lines that belong to it. */
    public DoesNotHold(Code code, Text text, List<Text> details) {
        super(code + ": " + text.en());
        this.code = code;
        this.text = text;
        this.details = List.copyOf(details);
    }

    /** As {@link Text#of}. */
    public DoesNotHold(Code code, String zh, String en, Object... arguments) {
        this(code, Text.of(zh, en, arguments));
    }

    /** The code of the failure. */
    public Code code() {
        return code;
    }

    /** Details, line by line. */
    public List<Text> details() {
        return details;
    }

    /** The failure and its place. */
    public Text text() {
        return text;
    }
}
