package org.dutyledger.ledger.notary;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.note.SignedNote.Signature;

/**
 * Two collections: {@code checkpoints {_id: size, after, note}} with a unique index on {@code after}, the size of the one
 * before and -1 for none, which makes adding one a compare-and-swap on the end of the line; and
 * {@code signatures {_id, size, line}} for lines added later. Written to the journals of a majority.
 */
public final class MongoCheckpoints implements CheckpointHistory {
    private static final int OPERATION_TIMEOUT_MILLIS = 3_000;

    private final MongoCollection<Document> checkpoints;
    private final MongoCollection<Document> signatures;

    /** The history in this database; needs MongoDB to answer, and builds the indexes when they are missing. */
    public MongoCheckpoints(MongoDatabase database) {
        this(database, true);
    }

    private MongoCheckpoints(MongoDatabase database, boolean writing) {
        MongoDatabase durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withTimeout(OPERATION_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        this.checkpoints = durable.getCollection("checkpoints");
        this.signatures = durable.getCollection("signatures");
        if (writing) {
            checkpoints.createIndex(ascending("after"), new IndexOptions().unique(true));
            signatures.createIndex(ascending("size"));
        }
    }

    /** The history in this database for who only reads it; no index is built. */
    public static CheckpointHistory reading(MongoDatabase database) {
        return new MongoCheckpoints(database, false);
    }

    @Override
    public Optional<SignedNote> newest() {
        return answered(() -> {
            Document newest = checkpoints.find().sort(descending("_id")).first();
            return Optional.ofNullable(newest).map(n -> kept(List.of(n)).get(0).note());
        });
    }

    @Override
    public Optional<SignedNote> of(long size) {
        return answered(() -> {
            Document found = checkpoints.find(eq("_id", size)).first();
            return Optional.ofNullable(found).map(n -> kept(List.of(n)).get(0).note());
        });
    }

    @Override
    public List<Kept> kept(long size, int limit) {
        return answered(() -> kept(checkpoints
                .find(gte("_id", size))
                .sort(ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>())));
    }

    @Override
    public boolean keep(SignedNote checkpoint, Optional<SignedNote> after) {
        Document next = new Document("_id", size(checkpoint))
                .append("after", after.map(MongoCheckpoints::size).orElse(NONE))
                .append("note", checkpoint.format());
        return answered(() -> added(checkpoints, next));
    }

    @Override
    public void sign(long size, Signature line) {
        String key = size + " " + line.name() + " " + HexFormat.of().formatHex(line.bytes(), 0, 4);
        Document next = new Document("_id", key).append("size", size).append("line", line.line());
        answered(() -> added(signatures, next));
    }

    /** With the lines added later; one query for all of them. */
    private List<Kept> kept(List<Document> found) {
        List<Kept> kept = found.stream().map(MongoCheckpoints::kept).toList();
        if (kept.isEmpty()) {
            return kept;
        }
        List<Document> later = signatures
                .find(and(
                        gte("size", kept.get(0).size()),
                        lte("size", kept.get(kept.size() - 1).size())))
                .sort(ascending("_id"))
                .into(new ArrayList<>());
        List<Kept> signed = new ArrayList<>();
        for (Kept each : kept) {
            SignedNote note = each.note();
            for (Document line : later) {
                if (line.getLong("size").equals(each.size())) {
                    note = note.with(Signature.parse(line.getString("line").strip()));
                }
            }
            signed.add(new Kept(each.after(), note));
        }
        return signed;
    }

    private static Kept kept(Document found) {
        if (found.get("_id") instanceof Long size
                && found.get("after") instanceof Long after
                && found.get("note") instanceof String note) {
            Kept kept = new Kept(after, SignedNote.parse(note));
            if (kept.size() == size) {
                return kept;
            }
        }
        throw new MalformedNoteException("the document with _id " + found.get("_id") + " is not a kept checkpoint");
    }

    private static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    private static boolean added(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LedgerBusyException("MongoDB did not answer: " + e.getMessage(), e);
        }
    }
}
