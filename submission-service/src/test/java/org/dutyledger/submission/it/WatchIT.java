package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.dutyledger.ledger.notary.LedgerWatch;
import org.dutyledger.submission.audit.SignedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ledger that is altered in the database while the service runs is noticed, and not signed. */
@Timeout(180)
class WatchIT {
    @Test
    void tailCutUnderTheRunningService_isAnAlarm_alsoAfterARestartWithTiles() throws Exception {
        String database = "w" + UUID.randomUUID().toString().substring(0, 8);
        Path data = Files.createTempDirectory("watch");
        String kafka = "127.0.0.1:" + Backends.freePort();
        Map<String, String> settings = Map.of(
                "DUTYLEDGER_CHECKPOINT_KEY", data.resolve("key.pem").toString(),
                "DUTYLEDGER_TILES", data.resolve("tiles").toString());
        try (RunningService service = RunningService.start(Backends.mongoHost(), kafka, database, settings)) {
            Api.openCycle(service.as("office"));
            for (int i = 0; i < 4; i++) {
                submit(service, i);
            }
            // signed, so that the tiles hold what is cut; and the watch has seen the end
            service.bean(SignedTree.class).checkpoint();
            service.bean(LedgerWatch.class).turn();
            assertThat(service.bean(LedgerWatch.class).alarm()).isEmpty();
            MongoCollection<Document> log = service.bean(MongoDatabase.class).getCollection("log");
            for (int i = 0; i < 2; i++) {
                Document last = Objects.requireNonNull(
                        log.find().sort(new Document("_id", -1)).first());
                log.deleteOne(new Document("_id", last.get("_id")));
            }
            submit(service, 7);
            awaitAlarm(service);
            assertThat(service.health()).as("submissions continue").isEqualTo(200);
            assertThat(refused(service, "/ledger/export")).contains("CHECKPOINT_REFUSED");
        }
        try (RunningService again = RunningService.start(Backends.mongoHost(), kafka, database, settings)) {
            awaitAlarm(again);
            submit(again, 8);
            assertThat(refused(again, "/ledger/export")).contains("CHECKPOINT_REFUSED", "no commit can be read");
        }
    }

    @Test
    void documentThatIsNoCommit_isNamedAsABrokenLedger() throws Exception {
        try (RunningService service = RunningService.start()) {
            Api.openCycle(service.as("office"));
            submit(service, 1);
            MongoCollection<Document> log = service.bean(MongoDatabase.class).getCollection("log");
            Document last = Objects.requireNonNull(
                    log.find().sort(new Document("_id", -1)).first());
            long next = last.getLong("_id") + last.getList("e", Document.class).size();
            List<Document> documents = new ArrayList<>(List.of(new Document("_id", next).append("x", 1)));
            if (Backends.isRealMongo()) { // the stand-in is read by positions only, and cannot remove the second again
                documents.add(new Document("_id", "text").append("x", 1));
                documents.add(new Document(last)
                        .append("_id", next)
                        .append("r", "other")
                        .append("e", List.of()));
            }
            for (Document malformed : documents) {
                log.insertOne(malformed);
                for (String path : List.of("/ledger/export", "/ledger/proof/0", "/ledger/size", "/ledger/events")) {
                    String answer = refusedOr200(service, path);
                    assertThat(answer).as("%s with %s", path, malformed).doesNotContain("INTERNAL");
                }
                assertThat(refused(service, "/ledger/export")).contains("LEDGER_BROKEN");
                assertThat(service.health()).isEqualTo(503);
                log.deleteOne(new Document("_id", malformed.get("_id")));
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.health()).isEqualTo(200));
        }
    }

    private static void submit(RunningService service, int value) {
        service.as("submitter", FINANCE)
                .submit(FINANCE, figure("general_public_budget_education", "\"" + (20 + value) + ".5\"", "亿元"));
    }

    private static void awaitAlarm(RunningService service) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(service.open("/actuator/health").body()).contains("CHECKPOINT_ALARM"));
    }

    private static String refused(RunningService service, String path) {
        var answer = service.as("auditor").get(path);
        assertThat(answer.status()).isEqualTo(409);
        return answer.body().toString();
    }

    private static String refusedOr200(RunningService service, String path) {
        var answer = service.as("auditor").get(path);
        assertThat(answer.status()).as(path).isIn(200, 409, 503);
        return answer.status() + " " + answer.body();
    }
}
