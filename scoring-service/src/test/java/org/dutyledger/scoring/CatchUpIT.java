package org.dutyledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertOneModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Follows a long ledger from the start and prints how fast; the numbers are for people, nothing is asserted of them. */
@Timeout(120)
class CatchUpIT {
    private static final int EVENTS = 20_000;
    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();

    @Test
    void onTheEmbeddedMongo() throws Exception {
        try (Backends.Mongo mongo = Backends.inMemory()) {
            catchUp("mongo-java-server in memory", mongo, 1000);
        }
    }

    @Test
    void onMongod() throws Exception {
        try (Backends.Mongo mongo = Backends.mongod()) {
            catchUp("mongod, w:majority, j:true", mongo, 1000);
        }
    }

    private static void catchUp(String name, Backends.Mongo mongo, int counties) throws Exception {
        TestLedger ledger = new TestLedger(FRAMEWORK);
        for (int i = 0; ledger.size() < EVENTS; i++) {
            String cycle = "county-" + i % counties;
            if (i < counties) {
                ledger.open(cycle);
            }
            ledger.submitAll(cycle, i);
        }
        Path directory = Files.createTempDirectory("catch-up");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, Backends.freePort());
                EvidenceTopic topic = new EvidenceTopic(broker.address, ledger)) {
            topic.send(0, ledger.size());
            long raw = raw(mongo);
            long start = System.nanoTime();
            try (Service service = Service.start(mongo.uri(), broker.address, directory, ledger)) {
                long up = System.nanoTime();
                await().pollInterval(Duration.ofMillis(50))
                        .atMost(Duration.ofSeconds(100))
                        .until(service::applied, applied -> applied == ledger.size() - 1);
                long end = System.nanoTime();
                System.out.printf(
                        Locale.ROOT,
                        "catch-up on %s: %d events; %,d/s with the start of the service, %,d/s after it;"
                                + " raw bulk inserts of 1000: %,d/s%n",
                        name,
                        ledger.size(),
                        rate(ledger.size(), end - start),
                        rate(ledger.size(), end - up),
                        raw);
                assertThat(service.json("/api/v1/cycles/county-0/evaluations", Service.SUPERVISOR)
                                .path("evaluations")
                                .size())
                        .isEqualTo(20);
            }
        }
    }

    /** The same number of documents of the same kind, written with nothing else around. */
    private static long raw(Backends.Mongo mongo) {
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            var items = client.getDatabase("raw")
                    .getCollection("items")
                    .withWriteConcern(com.mongodb.WriteConcern.MAJORITY.withJournal(true));
            long start = System.nanoTime();
            for (int batch = 0; batch < EVENTS / 1000; batch++) {
                List<InsertOneModel<Document>> writes = new ArrayList<>();
                for (int i = 0; i < 1000; i++) {
                    Document d = new Document("_id", "county-" + batch + "|item_" + i + "|organisation")
                            .append("item", "item_" + i)
                            .append("organisation", "organisation")
                            .append("state", "SUBMITTED")
                            .append("value", "1.00")
                            .append("unit", "人")
                            .append("setAt", (long) i)
                            .append("pos", (long) batch * 1000 + i);
                    writes.add(new InsertOneModel<>(d));
                }
                items.bulkWrite(writes, new com.mongodb.client.model.BulkWriteOptions().ordered(false));
            }
            return rate(EVENTS, System.nanoTime() - start);
        }
    }

    private static long rate(int events, long nanoseconds) {
        return Math.round(events * 1e9 / nanoseconds);
    }
}
