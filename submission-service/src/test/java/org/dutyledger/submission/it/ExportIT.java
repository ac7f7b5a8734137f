package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service exports holds before the verifier, and only auditors get it. */
class ExportIT {
    private static RunningService service;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        Api.openCycle(service.as("office"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void theExport_holdsAndGrowsWithTheLedger() throws Exception {
        LedgerReport before = export();
        assertThat(before.found()).isEmpty();
        Api finance = service.as("submitter", FINANCE);
        finance.submit(FINANCE, figure("general_public_budget_education", "\"18.87\"", "亿元"));
        // more commits than one page of the export
        for (int i = 0; i < 210; i++) {
            String value = "\"" + (20 + i) + ".5\"";
            finance.submit(
                    FINANCE,
                    "{\"action\":\"correct\",\"type\":\"figure\",\"item\":\"general_public_budget_education\",\"value\":"
                            + value + ",\"unit\":\"亿元\",\"reason\":\"更正\"}");
        }
        LedgerReport after = export();
        assertThat(after.found()).isEmpty();
        assertThat(after.commits()).isEqualTo(before.commits() + 211);
        assertThat(after.statement())
                .hasValueSatisfying(s -> assertThat(s.checkpoint().size())
                        .isEqualTo(service.as("auditor")
                                .get("/ledger/size")
                                .body()
                                .path("size")
                                .asLong()));
    }

    @Test
    void others_doNotGetIt() {
        assertThat(service.as("office").get("/ledger/export").status()).isEqualTo(403);
        assertThat(service.as("submitter", FINANCE).get("/ledger/export").status())
                .isEqualTo(403);
        assertThat(service.withToken("x").get("/ledger/export").status()).isEqualTo(401);
    }

    /** On a service of its own: a store that was tampered with is never sealed as a sound export. */
    @Test
    void aBrokenLedger_isRefused_neverSealed() throws Exception {
        try (RunningService broken = RunningService.start()) {
            Api.openCycle(broken.as("office"));
            Api finance = broken.as("submitter", FINANCE);
            for (int i = 0; i < 3; i++) {
                finance.submit(FINANCE, figure("general_public_budget_education", "\"" + (20 + i) + ".5\"", "亿元"));
            }
            assertThat(download(broken).body()).contains("\"seal\"");
            MongoCollection<Document> log = broken.bean(MongoDatabase.class).getCollection("log");
            Document last = Objects.requireNonNull(
                    log.find().sort(new Document("_id", -1)).first());
            Document place = new Document("_id", last.get("_id"));
            // the tree of this process still knows the bytes that were signed
            byte[] data = last.getList("e", Document.class)
                    .get(0)
                    .get("d", Binary.class)
                    .getData();
            data[data.length / 2] ^= 1;
            log.updateOne(place, new Document("$set", new Document("e.0.d", data)));
            HttpResponse<String> refused = download(broken);
            assertThat(refused.body()).doesNotContain("\"seal\"");
            assertThat(refused.body().lines().reduce((a, b) -> b).orElseThrow())
                    .startsWith("{\"refused\":\"LEDGER_BROKEN\",\"position\":\"" + last.get("_id") + "\"");
        }
    }

    static HttpResponse<String> download(RunningService service) throws Exception {
        return HttpClient.newHttpClient()
                .send(service.as("auditor").request("/ledger/export").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static LedgerReport export() throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(service.as("auditor").request("/ledger/export").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        return new ExportVerifier(List.of(), List.of()).verify(() -> new ByteArrayInputStream(response.body()));
    }
}
