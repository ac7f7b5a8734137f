package org.dutyledger.proof.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.dutyledger.proof.note.SignedNote.Signature;

/** The form of a cosignature line: eight bytes of POSIX time, then the signature over time and checkpoint. */
public final class Cosignature {
    private static final int LENGTH = Long.BYTES + 64;
    /** The largest second of an Instant. */
    private static final long LAST = Instant.MAX.getEpochSecond();

    private Cosignature() {}

    /** When this key cosigned the checkpoint; empty when the line is not its valid cosignature. */
    public static Optional<Instant> time(VerifierKey key, String checkpoint, Signature line) {
        byte[] bytes = VerifierKey.signature(line);
        if (key.type() != VerifierKey.COSIGNATURE || !key.names(line) || bytes.length != LENGTH) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(bytes).getLong();
        byte[] signature = Arrays.copyOfRange(bytes, Long.BYTES, LENGTH);
        return seconds >= 0
                        && seconds <= LAST
                        && Ed25519Keys.verifies(key.key(), message(checkpoint, seconds), signature)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    static byte[] message(String checkpoint, long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("a cosignature is of no time before 1970");
        }
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(UTF_8);
    }

    static byte[] bytes(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }
}
