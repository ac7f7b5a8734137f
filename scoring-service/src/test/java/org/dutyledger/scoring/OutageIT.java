package org.dutyledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kafka and MongoDB start late, and MongoDB is unavailable in between: the service waits, reports it, and continues by
 * itself.
 */
@Timeout(180)
class OutageIT {
    private static final String EVALUATIONS = "/api/v1/cycles/c/evaluations";

    @Test
    void whatIsAway_isWaitedFor() throws Exception {
        TestLedger ledger =
                new TestLedger(FrameworkFiles.newest("zhejiang-county-2021").framework()).open("c");
        Path directory = Files.createTempDirectory("outage");
        int mongoPort = Backends.freePort();
        int kafkaPort = Backends.freePort();
        try (Service service = Service.start(
                "mongodb://127.0.0.1:" + mongoPort + "/?serverSelectionTimeoutMS=1000",
                "127.0.0.1:" + kafkaPort,
                directory,
                ledger)) {
            awaitStatus(service, "DOWN");
            HttpResponse<String> refused = service.get(EVALUATIONS, Service.SUPERVISOR);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("STORE_UNAVAILABLE");

            MongoServer mongo = new MongoServer(new MemoryBackend());
            mongo.bind("127.0.0.1", mongoPort);
            try (EmbeddedBroker broker = EmbeddedBroker.start(directory, kafkaPort);
                    EvidenceTopic topic = new EvidenceTopic(broker.address, ledger)) {
                topic.send(0, ledger.size());
                awaitApplied(service, ledger.size() - 1);
                awaitStatus(service, "UP");

                mongo.shutdownNow();
                awaitStatus(service, "DOWN");
                mongo = new MongoServer(new MemoryBackend());
                mongo.bind("127.0.0.1", mongoPort);
                ledger.submitAll("c");
                topic.send(ledger.size() - 5, ledger.size());
                awaitApplied(service, ledger.size() - 1);
                awaitStatus(service, "UP");
                assertThat(service.json(EVALUATIONS, Service.SUPERVISOR)
                                .path("evaluations")
                                .size())
                        .isEqualTo(20);
            } finally {
                mongo.shutdownNow();
            }
        }
    }

    private static void awaitStatus(Service service, String status) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(service.intake().path("status").asString()).isEqualTo(status));
    }

    private static void awaitApplied(Service service, long position) {
        await().atMost(Duration.ofSeconds(60)).until(service::applied, applied -> applied == position);
    }
}
