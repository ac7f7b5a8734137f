package org.dutyledger.verifier.forgery;

/**
 * How many forgeries are tried, more than ten thousand, and from which seed on: {@code -Dverifier.forgery.seed=N} starts
 * elsewhere, {@code -Dverifier.forgery.times=N} tries N times as many.
 */
public final class Tries {
    /** First seed. */
    public static final long SEED = Long.getLong("verifier.forgery.seed", 1);

    private static final int TIMES = Integer.getInteger("verifier.forgery.times", 1);

    /** Of contents. */
    public static final int CONTENTS = 3_600 * TIMES;

    /** Of documents. */
    public static final int DOCUMENTS = 1_000 * TIMES;

    /** Of pages. */
    public static final int PAGES = 5_600 * TIMES;

    private Tries() {}
}
