package org.dutyledger.proof.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.verify.LedgerBreak.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Walks commits from the first one on and reports the first break: positions contiguous from 0, each commit naming the
 * hash of the one before, each hash recomputed from the bytes as found, the places of every stream contiguous from 0.
 *
 * <p>Cutting commits off at the end leaves a sound ledger; only {@link #endsAt} with a size and hash from elsewhere
 * finds that.
 */
public final class ChainVerifier {
    private final Map<String, Long> nextOfStream = new HashMap<>();
    private long next;
    private byte[] head = CommitHash.genesis();
    private @Nullable LedgerBreak found;

    /** Takes the next commit; after a break nothing more is checked. Returns whether all is sound so far. */
    public boolean accept(ExportedCommit commit) {
        if (found == null) {
            found = check(commit);
            next += commit.events().size();
            head = commit.hash();
        }
        return found == null;
    }

    /** Requires that the ledger ends here. */
    public boolean endsAt(long size, byte[] hash) {
        if (found == null && (size != next || !Arrays.equals(hash, head))) {
            found = new LedgerBreak(Kind.END, next, "ends at " + next + ", known to end at " + size);
        }
        return found == null;
    }

    /** The first break, if any. */
    public Optional<LedgerBreak> firstBreak() {
        return Optional.ofNullable(found);
    }

    /** Events seen. */
    public long size() {
        return next;
    }

    /** Streams seen. */
    public long streams() {
        return nextOfStream.size();
    }

    /** Hash of the last commit seen. */
    public byte[] head() {
        return head.clone();
    }

    private String gap(long position) {
        return position > next
                ? "positions " + next + " to " + (position - 1) + " are missing; " + position + " follows"
                : "position " + position + " is repeated where " + next + " is due";
    }

    private @Nullable LedgerBreak check(ExportedCommit commit) {
        if (commit.position() != next) {
            return new LedgerBreak(Kind.POSITION, next, gap(commit.position()));
        }
        if (commit.events().isEmpty()) {
            return new LedgerBreak(Kind.EMPTY, next, "no events");
        }
        if (!Arrays.equals(commit.previousHash(), head)) {
            return new LedgerBreak(Kind.PREVIOUS_HASH, next, "does not follow the commit before");
        }
        byte[] leaves = CommitHash.leaves(
                commit.events().stream().map(ExportedCommit.ExportedEvent::data).toList());
        if (!Arrays.equals(commit.hash(), CommitHash.commit(head, next, commit.id(), leaves))) {
            return new LedgerBreak(Kind.HASH, next, "content and hash differ");
        }
        for (ExportedCommit.ExportedEvent event : commit.events()) {
            long expected = nextOfStream.getOrDefault(event.stream(), 0L);
            if (event.sequence() != expected) {
                return new LedgerBreak(
                        Kind.SEQUENCE,
                        next,
                        "stream '" + event.stream() + "' has " + event.sequence() + " instead of " + expected);
            }
            nextOfStream.put(event.stream(), expected + 1);
        }
        return null;
    }
}
