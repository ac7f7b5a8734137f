package org.dutyledger.verifier.readback;

import org.dutyledger.verifier.finding.Text;

/** A file cannot be read as a report. */
public class UnreadableReportException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Text text;

    public UnreadableReportException(String zh, String en, Object... arguments) {
        super(Text.of(zh, en, arguments).en());
        text = Text.of(zh, en, arguments);
    }

    /** Why. */
    public Text text() {
        return text;
    }
}
