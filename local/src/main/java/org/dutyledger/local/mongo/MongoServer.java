package org.dutyledger.local.mongo;

import java.util.function.Consumer;

/** A MongoDB server that the suite talks to and, where the suite started it, ends. */
public interface MongoServer extends AutoCloseable {
    /** Connection string for the drivers of the services. */
    String uri();

    /** One line for people: server, version, directory of its data. */
    String description();

    /**
     * Watches a server that the suite started.
     *
     * @param lost is called once, on any thread, with a sentence when the server ends before {@link #close}
     */
    default void watch(Consumer<String> lost) {
        // an external server may become available again
    }

    /** Ends the server if the suite started it; waits until its data is safe on disk. */
    @Override
    void close();
}
