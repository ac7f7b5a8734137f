package org.dutyledger.ledger.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.proof.chain.CommitHash;

/** An encoded commit; only its place is missing. */
final class MongoDraft implements EncodedCommit {
    private static final CommitCodec CODEC = new CommitCodec();

    private final byte[] encoded;

    private MongoDraft(byte[] encoded) {
        this.encoded = encoded;
    }

    static MongoDraft of(NewCommit commit) {
        List<StoredEvent> events = new ArrayList<>(commit.events().size());
        for (NewCommit.NewEvent e : commit.events()) {
            events.add(new StoredEvent(0, e.stream(), e.sequence(), e.type(), e.id(), e.data()));
        }
        StoredCommit unplaced = new StoredCommit(
                0,
                commit.id(),
                commit.requestId(),
                commit.recordedAt(),
                CommitHash.genesis(),
                CommitHash.genesis(),
                events);
        // the buffer of a raw document is larger than the document
        RawBsonDocument raw = new RawBsonDocument(unplaced, CODEC);
        byte[] exact = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(exact);
        return new MongoDraft(exact);
    }

    @Override
    public int bytes() {
        return encoded.length;
    }

    /**
     * The document at its place. The bytes are reused by each attempt: at most one is under way, and the driver keeps
     * none when it has returned.
     */
    static RawBsonDocument document(PlacedCommit placed) {
        byte[] encoded = ((MongoDraft) placed.draft()).encoded;
        CommitCodec.patch(encoded, placed.position(), placed.previousHash(), placed.hash());
        return new RawBsonDocument(encoded);
    }
}
