package org.dutyledger.benchmarks.suite;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.dutyledger.events.EvidenceEvent.FigureSet;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.TextSet;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.local.start.ServiceApp;

/**
 * The scoring service with a whole topic before it, against one guarded upsert an event in bulks of a thousand, which
 * neither reads a topic nor decodes, evaluates or publishes anything.
 */
final class Scoring {
    private static final int BULK = 1000;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Installation installation;
    private final MongoClient client;
    private final Ledger ledger;

    Scoring(Installation installation, MongoClient client, Ledger ledger) {
        this.installation = installation;
        this.client = client;
        this.ledger = ledger;
    }

    /** Events per second from the first position that the service reports as applied to the last one. */
    double service(String database) throws IOException {
        long last = ledger.size() - 1;
        MongoDatabase scoring = client.getDatabase(database);
        double[] rate = new double[1];
        Thread watch = new Thread(() -> rate[0] = watch(scoring.getCollection("g1.state"), last), "watch-scoring");
        watch.start();
        try (Installation.Service service =
                installation.start(ServiceApp.SCORING, Map.of("dutyledger.scoring.database", database))) {
            watch.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        scoring.drop();
        if (rate[0] == 0) {
            throw new IllegalStateException("scoring does not reach position " + last);
        }
        return rate[0];
    }

    /** Documents a second. */
    double bulkUpserts(String database) {
        MongoCollection<Document> items = client.getDatabase(database)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .getCollection("g1.items");
        List<List<WriteModel<Document>>> bulks = bulks();
        long written = 0;
        long start = System.nanoTime();
        for (List<WriteModel<Document>> bulk : bulks) {
            items.bulkWrite(bulk, new BulkWriteOptions().ordered(false));
            written += bulk.size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        items.drop();
        return written / seconds;
    }

    private static double watch(MongoCollection<Document> state, long last) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        long first = -1;
        long since = 0;
        while (System.nanoTime() < end) {
            Document seen = state.find().first();
            long applied = seen == null ? -1 : seen.getLong("applied");
            long now = System.nanoTime();
            if (first < 0 && applied >= 0) {
                first = applied;
                since = now;
            }
            if (applied >= last) {
                return (last - first) / ((now - since) / 1e9);
            }
            LockSupport.parkNanos(10_000_000);
        }
        return 0;
    }

    private List<List<WriteModel<Document>>> bulks() {
        List<List<WriteModel<Document>>> bulks = new ArrayList<>();
        List<WriteModel<Document>> bulk = new ArrayList<>(BULK);
        long next = 0;
        for (List<StoredCommit> page = ledger.read(0, BULK); !page.isEmpty(); page = ledger.read(next, BULK)) {
            for (StoredCommit commit : page) {
                next = commit.nextPosition();
                if (RecordedEvent.decode(
                                        commit.position(),
                                        null,
                                        commit.events().get(0).data())
                                .event()
                        instanceof ItemEvent item) {
                    bulk.add(upsert(item, commit.position()));
                }
                if (bulk.size() == BULK) {
                    bulks.add(bulk);
                    bulk = new ArrayList<>(BULK);
                }
            }
        }
        return bulks;
    }

    private static WriteModel<Document> upsert(ItemEvent event, long position) {
        FigureSet figure = event instanceof FigureSet f ? f : null;
        TextSet text = event instanceof TextSet t ? t : null;
        String id = event.cycle() + "|" + event.item() + "|" + event.organisation();
        Document document = new Document("_id", id)
                .append("item", event.item())
                .append("organisation", event.organisation())
                .append("state", "SUBMITTED")
                .append("value", figure == null ? null : figure.value().toPlainString())
                .append("text", text == null ? null : text.text())
                .append("unit", figure == null ? "" : figure.unit())
                .append("setAt", position)
                .append("pos", position);
        return new ReplaceOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.lt("pos", position)),
                document,
                new ReplaceOptions().upsert(true));
    }
}
