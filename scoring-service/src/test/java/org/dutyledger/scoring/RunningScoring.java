package org.dutyledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A scoring service with a real Kafka broker and the MongoDB that a subclass chooses, both empty before each test. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RunningScoring {
    static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    static final String CYCLE = "330602-2021";
    static final String PATH = "/api/v1/cycles/" + CYCLE;
    static final String AUDITOR = TestTokens.token("auditor", List.of(), List.of("*"));
    Path directory;
    Backends.Mongo mongo;
    EmbeddedBroker broker;
    MongoClient client;
    TestLedger ledger;
    EvidenceTopic topic;

    abstract Backends.Mongo mongo();

    @BeforeAll
    void startBackends() throws Exception {
        directory = Files.createTempDirectory("scoring");
        mongo = mongo();
        broker = EmbeddedBroker.start(Files.createDirectory(directory.resolve("kafka")), Backends.freePort());
        client = MongoClients.create(mongo.uri());
    }

    @BeforeEach
    void emptyBackends() throws Exception {
        broker.deleteTopics();
        client.getDatabase("scoring").drop();
        ledger = new TestLedger(FRAMEWORK).open(CYCLE);
        topic = new EvidenceTopic(broker.address, ledger);
    }

    @AfterEach
    void closeTopic() {
        if (topic != null) {
            topic.close();
        }
    }

    @AfterAll
    void stopBackends() throws Exception {
        if (client != null) {
            client.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (mongo != null) {
            mongo.close();
        }
    }

    static JsonNode rebuilt(Service service, String query) throws Exception {
        String path = "/api/v1/projections/scoring/rebuild";
        assertThat(service.post(path + query, AUDITOR).statusCode()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(60)).until(() -> service.json(path, AUDITOR), s -> !s.path("state")
                .asString()
                .equals("RUNNING"));
    }

    MongoCollection<Document> generationInUse(String collection) {
        MongoDatabase database = client.getDatabase("scoring");
        int generation = database.getCollection("generations").find().first().getInteger("current");
        return database.getCollection("g" + generation + "." + collection);
    }

    /** Alters a text field of the first document, as from a database shell; returns its id. */
    String change(String collection, String field, String what, String to) {
        MongoCollection<Document> documents = generationInUse(collection);
        Document first = documents.find().sort(new Document("_id", 1)).first();
        documents.updateOne(
                new Document("_id", first.get("_id")),
                new Document("$set", new Document(field, first.getString(field).replaceAll(what, to))));
        return first.getString("_id");
    }

    void submit(String narrative) {
        ledger.submit(CYCLE, "education-bureau", narrative, "文字");
        topic.send(ledger.size() - 1, ledger.size());
    }

    Events resumed(Service service, long position) throws Exception {
        return new Events(service.uri(PATH + "/progress/stream"), Service.SUPERVISOR, Long.toString(position));
    }

    Map<String, IndicatorEvaluated> latest() {
        Map<String, IndicatorEvaluated> latest = new TreeMap<>();
        topic.evaluations().stream()
                .filter(r -> r.key() != null)
                .forEach(r -> latest.put(r.key(), CanonicalJson.read(r.value(), IndicatorEvaluated.class)));
        return latest;
    }

    Service service(String... more) throws Exception {
        return Service.start(mongo.uri(), broker.address, directory, ledger, more);
    }

    static void awaitApplied(Service service, long position) {
        await().atMost(Duration.ofSeconds(60)).until(service::applied, applied -> applied == position);
    }
}
