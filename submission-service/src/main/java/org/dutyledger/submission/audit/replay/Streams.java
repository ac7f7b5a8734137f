package org.dutyledger.submission.audit.replay;

/** The stored ids of streams, which are part of the ledger's form. */
final class Streams {
    private Streams() {}

    static String cycle(String cycle) {
        return "cycle/" + cycle;
    }

    /** The stream of one indicator or section. */
    static String evidence(String cycle, String holder) {
        return "evidence/" + cycle + "/" + holder;
    }
}
