package org.dutyledger.submission.domain;

/** Ids of the streams; an aggregate's id is its stream. */
public final class Streams {
    private Streams() {}

    public static String cycle(String cycle) {
        return "cycle/" + cycle;
    }

    /** The stream of one indicator or section of a cycle. */
    public static String evidence(String cycle, String holder) {
        return "evidence/" + cycle + "/" + holder;
    }
}
