package org.dutyledger.local.client;

import java.net.URI;

/** No answer at the suite's address, or the connection broke before the answer: what was sent may be stored. */
public final class SuiteUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SuiteUnreachableException(URI gateway, Exception cause) {
        super("no answer from " + gateway + ": " + cause.getMessage(), cause);
    }
}
