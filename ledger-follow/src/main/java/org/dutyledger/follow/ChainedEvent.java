package org.dutyledger.follow;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.dutyledger.proof.chain.CommitHash;
import org.jspecify.annotations.Nullable;

/**
 * An event as Kafka or the audit feed delivers it, with what binds it to its commit.
 *
 * @param position position in the ledger, contiguous from 0
 * @param previousHash hash of the commit before, 64 lower-case hex digits
 * @param commitHash hash of the commit that holds the event, 64 lower-case hex digits
 * @param commit id of that commit
 * @param data canonical bytes as stored
 */
public record ChainedEvent(long position, String previousHash, String commitHash, UUID commit, byte[] data) {

    /**
     * Reads what was delivered as text.
     *
     * @throws IllegalArgumentException with the reason, when a part is missing or has another form
     */
    public static ChainedEvent of(
            @Nullable String position,
            @Nullable String previousHash,
            @Nullable String commitHash,
            @Nullable String commit,
            byte @Nullable [] data) {
        if (position == null || !position.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("no position, but '" + position + "'");
        }
        if (data == null) {
            throw new IllegalArgumentException("no value");
        }
        return new ChainedEvent(
                Long.parseLong(position),
                hash("hash of the previous commit", previousHash),
                hash("commit hash", commitHash),
                id(commit),
                data);
    }

    /** Whether both name the same commit after the same predecessor. */
    boolean sameCommit(ChainedEvent other) {
        return commitHash.equals(other.commitHash)
                && commit.equals(other.commit)
                && previousHash.equals(other.previousHash);
    }

    /** Whether both are the same event of the same commit. */
    boolean same(ChainedEvent other) {
        return position == other.position && sameCommit(other) && Arrays.equals(data, other.data);
    }

    /** Distinguishes this event from any other with the same position. */
    String fingerprint() {
        return commitHash + previousHash + commit + HexFormat.of().formatHex(CommitHash.leaf(data));
    }

    private static String hash(String what, @Nullable String text) {
        if (text == null || !text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no " + what + ", but '" + text + "'");
        }
        return text;
    }

    private static UUID id(@Nullable String text) {
        if (text == null || !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("not a commit id: '" + text + "'");
        }
        return UUID.fromString(text);
    }
}
