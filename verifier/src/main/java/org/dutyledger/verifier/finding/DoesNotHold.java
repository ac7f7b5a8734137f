package org.dutyledger.verifier.finding;

/** The first thing that does not hold; nothing after it is checked. */
public final class DoesNotHold extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Code code;
    private final transient Text text;

    public DoesNotHold(Code code, Text text) {
        super(code + ": " + text.en());
        this.code = code;
        this.text = text;
    }

    /** As {@link Text#of}. */
    public DoesNotHold(Code code, String zh, String en, Object... arguments) {
        this(code, Text.of(zh, en, arguments));
    }

    /** What kind of thing. */
    public Code code() {
        return code;
    }

    /** What and where. */
    public Text text() {
        return text;
    }
}
