package org.dutyledger.benchmarks.suite;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.dutyledger.benchmarks.ledger.Latencies;
import org.dutyledger.benchmarks.ledger.RawLoops;

/**
 * The plain driver in one thread, storing again what a ledger stored: the same bytes, indexes and write concern. When
 * all are stored it continues in a new collection, with the clock stopped.
 */
final class RawInserts {
    private final MongoDatabase database;
    private final List<RawBsonDocument> documents;

    /** Takes commits of one event each from the log. */
    RawInserts(MongoDatabase database, MongoDatabase ledger, int most) {
        this.database = database;
        this.documents = ledger.getCollection("log", RawBsonDocument.class)
                .find(new Document("n", 1))
                .sort(new Document("_id", 1))
                .limit(most)
                .into(new ArrayList<>());
    }

    /** The documents are events: one each. */
    HttpLoad.Result insert(int batch, Duration time) {
        Latencies latencies = new Latencies();
        MongoCollection<RawBsonDocument> collection = RawLoops.collection(database);
        long spent = 0;
        int next = 0;
        while (spent < time.toNanos()) {
            if (next + batch > documents.size()) {
                collection.drop();
                collection = RawLoops.collection(database);
                next = 0;
            }
            List<RawBsonDocument> some = documents.subList(next, next + batch);
            next += batch;
            long start = System.nanoTime();
            if (batch == 1) {
                collection.insertOne(some.get(0));
            } else {
                collection.insertMany(some);
            }
            long took = System.nanoTime() - start;
            latencies.add(took);
            spent += took;
        }
        collection.drop();
        return new HttpLoad.Result((double) latencies.count() * batch / (spent / 1e9), latencies);
    }
}
