package org.dutyledger.ledger.append;

/** Hears what the appender meets, for metrics. Called on the appender thread: be quick. */
public interface AppendListener {
    /** A batch was acknowledged at the first attempt. */
    default void stored(int commits) {}

    /** A batch met an equal key. */
    default void collided() {}

    /** Commits lost their place to another appender and take a later one. */
    default void rebased(int commits) {}

    /** A batch came back without an answer and is being looked for. */
    default void outcomeUnknown() {}

    /** Every caller of a batch gave up before its outcome could be learnt. */
    default void abandoned(int commits) {}
}
