package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.dutyledger.ledger.verify.ExportVerifier;
import org.dutyledger.ledger.verify.LedgerReport;
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

    private static LedgerReport export() throws Exception {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        service.as("auditor").request("/ledger/export").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        try (InputStream body = response.body()) {
            return new ExportVerifier(List.of(), List.of()).verify(body);
        }
    }
}
