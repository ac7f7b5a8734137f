package org.dutyledger.ledger.append;

/** Receives the events of the appender, for metrics. Called on the appender thread: must return quickly. */
public interface AppendListener {
    /** A batch was acknowledged at the first attempt. */
    default void stored(int commits) {}

    /** A batch met an equal key. */
    default void collided() {}

    /** Commits lost their place to another appender and take a later one. */
    default void rebased(int commits) {}

    /** A batch got no answer and is being looked up. */
    default void outcomeUnknown() {}

    /** Every caller of a batch gave up before its outcome could be learnt. */
    default void abandoned(int commits) {}
}
