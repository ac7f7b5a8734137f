package org.dutyledger.proof.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hash of two joined subtrees; {@code CommitHash.leaf} is the hash of a leaf. */
final class NodeHash {
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(NodeHash::newDigest);

    private NodeHash() {}

    /** SHA-256(0x01 ‖ left ‖ right): the prefix keeps a node from ever being taken for a leaf. */
    static byte[] of(byte[] left, byte[] right) {
        MessageDigest digest = SHA_256.get();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** Root of the tree without leaves: SHA-256 of nothing. */
    static byte[] empty() {
        return SHA_256.get().digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
