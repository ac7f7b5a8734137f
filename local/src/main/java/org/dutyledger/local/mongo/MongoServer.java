package org.dutyledger.local.mongo;

/** A MongoDB server that the suite talks to and, where the suite started it, ends. */
public interface MongoServer extends AutoCloseable {
    /** Connection string for the drivers of the services. */
    String uri();

    /** One line for people: which server, which version, where its data lies. */
    String description();

    /** Ends the server if the suite started it; waits until its data is safe on disk. */
    @Override
    void close();
}
