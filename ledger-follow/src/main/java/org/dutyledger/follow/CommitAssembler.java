package org.dutyledger.follow;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dutyledger.proof.chain.CommitHash;
import org.jspecify.annotations.Nullable;

/**
 * Joins events to commits and lets a commit pass only when its hash, recomputed over its events, continues the chain.
 * Confined to one thread.
 */
public final class CommitAssembler {
    private final List<ChainedEvent> open = new ArrayList<>();
    private CommitHash.@Nullable Growing hash;
    private long base;
    private String head;

    /**
     * @param base position after the last whole commit
     * @param head hash of that commit
     */
    public CommitAssembler(long base, String head) {
        this.base = base;
        this.head = head;
    }

    /** Position after the last whole commit. */
    public long base() {
        return base;
    }

    /** Hash of the last whole commit. */
    public String head() {
        return head;
    }

    /** Position of the event that is due. */
    public long next() {
        return base + open.size();
    }

    /** Events of the commit that is not whole yet. */
    List<ChainedEvent> open() {
        return List.copyOf(open);
    }

    /** Forgets the commit that is not whole yet. */
    void dropOpen() {
        open.clear();
        hash = null;
    }

    /**
     * Takes the event that is due.
     *
     * @param whole receives the events of the commit that becomes whole with it
     * @return null when it was taken, else why it does not continue the chain; nothing is changed then
     */
    public @Nullable String offer(ChainedEvent event, List<? super ChainedEvent> whole) {
        if (event.position() != next()) {
            return "has position " + event.position() + " where " + next() + " is due";
        }
        CommitHash.Growing growing = hash;
        if (growing == null) {
            if (!event.previousHash().equals(head)) {
                return "names another commit before position " + base + " than the one that was applied";
            }
            growing = new CommitHash.Growing(HexFormat.of().parseHex(head), base, event.commit());
            hash = growing;
        } else if (!event.sameCommit(open.get(0))) {
            return "belongs to another commit than position " + base + ", whose commit is not complete";
        }
        open.add(event);
        growing.add(event.data());
        if (HexFormat.of().formatHex(growing.hash()).equals(event.commitHash())) {
            whole.addAll(open);
            base = next();
            head = event.commitHash();
            dropOpen();
        }
        return null;
    }
}
