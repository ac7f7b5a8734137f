package org.dutyledger.report.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of the events of one cycle: a chain of SHA-256 over positions, commit hashes and data.
 *
 * @param last position of the last event, -1 for none
 * @param sha256 hex digits; empty for none
 */
record CycleDigest(long last, String sha256) {
    static final CycleDigest EMPTY = new CycleDigest(-1, "");

    /** This and one more event. */
    CycleDigest and(StoredBytes event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(sha256.getBytes(StandardCharsets.US_ASCII));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, event.position()));
            digest.update(String.valueOf(event.commitHash()).getBytes(StandardCharsets.UTF_8));
            return new CycleDigest(event.position(), HexFormat.of().formatHex(digest.digest(event.data())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
