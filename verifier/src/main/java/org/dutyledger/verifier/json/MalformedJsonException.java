package org.dutyledger.verifier.json;

import org.dutyledger.verifier.finding.Text;

/** Bytes are not JSON, or not of the form asked for. */
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Text text;

    public MalformedJsonException(String zh, String en, Object... arguments) {
        super(Text.of(zh, en, arguments).en());
        text = Text.of(zh, en, arguments);
    }

    /** The mistake and its place. */
    public Text text() {
        return text;
    }
}
