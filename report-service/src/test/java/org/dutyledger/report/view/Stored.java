package org.dutyledger.report.view;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.proof.chain.CommitHash;

/** The events of a script as the audit feed gives them: each its own commit, in a chain with right hashes. */
public final class Stored {
    private Stored() {}

    public static List<StoredBytes> of(EventScript script) {
        return chain(script).stream()
                .map(e -> new StoredBytes(e.position(), e.commitHash(), e.data()))
                .toList();
    }

    /** The same events under the commit hashes that the script made up. */
    public static List<ChainedEvent> asScripted(EventScript script) {
        return script.stored().stream()
                .map(e -> new ChainedEvent(e.position(), "", e.commitHash(), new UUID(0, e.position()), e.data()))
                .toList();
    }

    public static List<ChainedEvent> chain(EventScript script) {
        List<ChainedEvent> chain = new ArrayList<>();
        String head = LedgerFollower.genesis();
        for (EventScript.Stored event : script.stored()) {
            ChainedEvent next = next(event.position(), head, event.data());
            chain.add(next);
            head = next.commitHash();
        }
        return chain;
    }

    /** A commit of one event with a right hash, of a ledger or forged. */
    public static ChainedEvent next(long position, String head, byte[] data) {
        UUID id = UUID.nameUUIDFromBytes(data);
        byte[] hash = CommitHash.commit(HexFormat.of().parseHex(head), position, id, CommitHash.leaf(data));
        return new ChainedEvent(position, head, HexFormat.of().formatHex(hash), id, data);
    }
}
