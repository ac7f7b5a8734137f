package org.dutyledger.benchmarks.ledger;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.dutyledger.ledger.NewCommit;

/**
 * The plain driver storing documents of the ledger's shape, with its indexes and write concern, one thread, no promises.
 * Documents are encoded before the clock starts: only the driver and the server are timed.
 */
public final class RawLoops {
    private static final DocumentCodec CODEC = new DocumentCodec();

    private final MongoCollection<RawBsonDocument> documents;
    private long position;

    RawLoops(MongoDatabase database) {
        this.documents = collection(database);
    }

    /** A new collection with the write concern and the indexes of the ledger. */
    public static MongoCollection<RawBsonDocument> collection(MongoDatabase database) {
        MongoCollection<RawBsonDocument> documents = database.getCollection(
                        "raw-" + UUID.randomUUID(), RawBsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        IndexOptions unique = new IndexOptions().unique(true);
        documents.createIndex(Indexes.ascending("e.a", "e.s"), unique);
        documents.createIndex(Indexes.ascending("e.i"), unique);
        documents.createIndex(
                Indexes.ascending("r"), new IndexOptions().unique(true).sparse(true));
        return documents;
    }

    Load.Result insertOne(Duration time) {
        return insert(1, 1, time);
    }

    Load.Result insertMany(int batch, int eventsPerCommit, Duration time) {
        return insert(batch, eventsPerCommit, time);
    }

    private Load.Result insert(int batch, int eventsPerCommit, Duration time) {
        Latencies latencies = new Latencies();
        long spent = 0;
        while (spent < time.toNanos()) {
            List<RawBsonDocument> next = new ArrayList<>(batch);
            for (int i = 0; i < batch; i++) {
                next.add(document(Load.commit("evidence/raw/" + Load.newId(), 0, eventsPerCommit)));
            }
            long start = System.nanoTime();
            if (batch == 1) {
                documents.insertOne(next.get(0));
            } else {
                documents.insertMany(next);
            }
            long took = System.nanoTime() - start;
            latencies.add(took);
            spent += took;
        }
        return new Load.Result((double) latencies.count() * batch * eventsPerCommit / (spent / 1e9), latencies);
    }

    private RawBsonDocument document(NewCommit commit) {
        List<Document> events = new ArrayList<>();
        for (NewCommit.NewEvent event : commit.events()) {
            events.add(new Document("a", event.stream())
                    .append("s", event.sequence())
                    .append("t", event.type())
                    .append("i", event.id())
                    .append("d", new Binary(event.data())));
        }
        Document document = new Document("_id", position)
                .append("prev", new Binary(new byte[32]))
                .append("h", new Binary(new byte[32]))
                .append("n", commit.events().size())
                .append("c", new Binary((byte) 4, new byte[16]))
                .append("r", commit.requestId())
                .append("ts", Date.from(commit.recordedAt()))
                .append("e", events);
        position += commit.events().size();
        return new RawBsonDocument(document, CODEC);
    }

    /** Everything in a collection, documents as the driver reads them; documents a second. */
    public static double readAll(MongoCollection<Document> log, int pageSize) {
        long start = System.nanoTime();
        long count = 0;
        for (Document ignored : log.withReadConcern(ReadConcern.MAJORITY)
                .find()
                .sort(new Document("_id", 1))
                .batchSize(pageSize)) {
            count++;
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
