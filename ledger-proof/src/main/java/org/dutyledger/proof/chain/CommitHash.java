package org.dutyledger.proof.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.UUID;

/** Hashes of events and commits; {@code ledger/README.md} gives the rules, which never change for stored data. */
public final class CommitHash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(CommitHash::newDigest);

    private CommitHash() {}

    /** The hash before the first commit: 32 zero bytes, a new array at each call. */
    public static byte[] genesis() {
        return new byte[LENGTH];
    }

    /** Leaf hash of one event: SHA-256(0x00 ‖ data), the leaf rule of RFC 6962. */
    public static byte[] leaf(byte[] data) {
        MessageDigest digest = SHA_256.get();
        digest.update((byte) 0);
        return digest.digest(data);
    }

    /** Leaf hashes of a commit's events, one after the other in one array. */
    public static byte[] leaves(Collection<byte[]> events) {
        ByteBuffer all = ByteBuffer.allocate(events.size() * LENGTH);
        events.forEach(data -> all.put(leaf(data)));
        return all.array();
    }

    /**
     * Hash of a commit: SHA-256(previous ‖ position as 8 bytes big endian ‖ commit id as 16 bytes ‖ leaf hashes).
     *
     * @param position position of its first event
     * @param leaves as of {@link #leaves}
     */
    public static byte[] commit(byte[] previous, long position, UUID id, byte[] leaves) {
        MessageDigest digest = SHA_256.get();
        digest.update(previous);
        digest.update(numbers(position, id));
        return digest.digest(leaves);
    }

    /**
     * The hash of a commit whose events are added one at a time; the same as {@link CommitHash#commit} gives for all of
     * them.
     */
    public static final class Growing {
        private final MessageDigest digest = newDigest();

        /** A commit without events yet; arguments as for {@link CommitHash#commit}. */
        public Growing(byte[] previous, long position, UUID id) {
            digest.update(previous);
            digest.update(numbers(position, id));
        }

        /** Takes the next event's data. */
        public void add(byte[] data) {
            digest.update(leaf(data));
        }

        /** Hash of the commit if no event follows. */
        public byte[] hash() {
            try {
                return ((MessageDigest) digest.clone()).digest();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("the platform's SHA-256 can be copied", e);
            }
        }
    }

    private static byte[] numbers(long position, UUID id) {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(position)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
