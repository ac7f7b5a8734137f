package org.dutyledger.verifier.forgery;

/**
 * A false content or file.
 *
 * @param seed makes the same again
 * @param what was done, for people
 */
public record Forgery(long seed, String what, byte[] bytes) {
    @Override
    public String toString() {
        return "seed " + seed + ": " + what;
    }
}
