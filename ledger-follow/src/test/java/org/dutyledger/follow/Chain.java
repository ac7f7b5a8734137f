package org.dutyledger.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dutyledger.proof.chain.CommitHash;

/** A ledger of texts, and forgeries of it. */
final class Chain {
    final List<ChainedEvent> events = new ArrayList<>();

    /** Appends one commit. */
    Chain commit(String... texts) {
        events.addAll(next(texts));
        return this;
    }

    /** The commit that would be next, with the right hash. */
    List<ChainedEvent> next(String... texts) {
        return commit(events.size(), head(), texts);
    }

    String head() {
        return events.isEmpty()
                ? LedgerFollower.genesis()
                : events.get(events.size() - 1).commitHash();
    }

    List<ChainedEvent> read(long from, int limit) {
        return events.stream().skip(from).limit(limit).toList();
    }

    static List<ChainedEvent> commit(long position, String head, String... texts) {
        UUID id = UUID.nameUUIDFromBytes(String.join("|", texts).getBytes(UTF_8));
        List<byte[]> data = Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
        byte[] hash = CommitHash.commit(HexFormat.of().parseHex(head), position, id, CommitHash.leaves(data));
        List<ChainedEvent> commit = new ArrayList<>();
        for (byte[] each : data) {
            commit.add(new ChainedEvent(
                    position + commit.size(), head, HexFormat.of().formatHex(hash), id, each));
        }
        return commit;
    }

    /** The same headers over another value. */
    static ChainedEvent withText(ChainedEvent event, String text) {
        return new ChainedEvent(
                event.position(), event.previousHash(), event.commitHash(), event.commit(), text.getBytes(UTF_8));
    }

    static ChainedEvent withPosition(ChainedEvent event, long position) {
        return new ChainedEvent(position, event.previousHash(), event.commitHash(), event.commit(), event.data());
    }
}
