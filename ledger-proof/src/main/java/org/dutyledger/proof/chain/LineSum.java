package org.dutyledger.proof.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Running sum over the lines of an export: SHA-256(sum before ‖ line without its own sum), 32 zero bytes before the first.
 * It covers what an export shows beside the hashed bytes, and shows which line was altered.
 */
public final class LineSum {
    private LineSum() {}

    /** The sum at the end of a line. */
    public static byte[] after(byte[] before, byte[] line, int length) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(before);
            sha.update(line, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
