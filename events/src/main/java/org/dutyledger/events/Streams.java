package org.dutyledger.events;

/** Ids of the streams of a ledger, which are part of its stored form; an aggregate's id is its stream. */
public final class Streams {
    /** Begins the stream of a cycle; its id follows. */
    public static final String CYCLE_PREFIX = "cycle/";

    private Streams() {}

    /** The stream of a cycle. */
    public static String cycle(String cycle) {
        return CYCLE_PREFIX + cycle;
    }

    /** The stream of one indicator or section of a cycle. */
    public static String evidence(String cycle, String holder) {
        return "evidence/" + cycle + "/" + holder;
    }
}
