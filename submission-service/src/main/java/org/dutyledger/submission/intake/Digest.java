package org.dutyledger.submission.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.submission.intake.request.Request;

/** Distinguishes a repeated request from another one under the same key: SHA-256 over the request's canonical form. */
final class Digest {
    private Digest() {}

    static String of(Request request) {
        byte[] canonical = CanonicalJson.bytes(Map.of("request", request.kind(), "body", request));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
