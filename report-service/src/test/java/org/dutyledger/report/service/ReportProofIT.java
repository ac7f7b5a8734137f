package org.dutyledger.report.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;
import tools.jackson.databind.JsonNode;

/** What proves an issued report, from its record to the bundle. */
class ReportProofIT extends RunningReportService {
    @Override
    TestMongo mongo() {
        return TestMongo.inMemory();
    }

    @Test
    void proof_isWhatTheLedgerProves_andTheModelOfThatHash() throws Exception {
        start();
        publish(0, script.last());
        JsonNode report = json(post(INCOMPLETE), 201);
        String path = report.get("proof").asString();
        assertThat(path).isEqualTo(REPORTS + "/" + report.get("report").asString() + "/proof");
        assertThat(code(get(path, office()), 503)).isEqualTo("PROJECTION_BEHIND");
        recorded("report.issued.v3", report, Map.of("streamsRoot", "ab".repeat(32), "form", ReportComputation.FORM));
        assertThat(json(get(REPORTS, office()), 200).get(0).get("proof").asString())
                .isEqualTo(path);

        ledger.proof = List.of("{", "\"checkpoint\":\"c\",\"events\":[1", ",{}]}");
        String supervisor = tokens.of("supervisor", "330602");
        HttpResponse<byte[]> answer = get(path, supervisor);
        JsonNode bundle = json(answer, 200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.dutyledger.report-proof+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(header -> {
            assertThat(header)
                    .startsWith("attachment; filename=\"" + EventScript.CYCLE + "-"
                            + report.get("report").asString() + ".proof.json\"; filename*=UTF-8''");
            assertThat(ContentDisposition.parse(header).getFilename())
                    .isEqualTo(report.get("proofFileName").asString())
                    .isEqualTo("绍兴市越城区2021年履行教育职责自评报告-" + report.get("report").asString() + ".proof.json");
        });
        assertThat(bundle.propertyNames()).containsExactly("format", "checkpoint", "events", "framework", "model");
        assertThat(bundle.get("format").asString()).isEqualTo("dutyledger/report-proof@2");
        assertThat(bundle.get("events").toString()).isEqualTo("[1,{}]");
        assertThat(Base64.getDecoder().decode(bundle.get("framework").asString()))
                .isEqualTo(FrameworkFiles.newest(FRAMEWORK.id()).bytes());
        byte[] model = Base64.getDecoder().decode(bundle.get("model").asString());
        assertThat(sha256(model)).isEqualTo(report.get("modelSha256").asString());
        assertThat(ledger.proofs)
                .containsExactly("cycle=" + EventScript.CYCLE + "&upToPosition="
                        + report.get("upToPosition").asString() + "&issued=" + script.last());
        assertThat(ledger.bearers).endsWith("Bearer " + supervisor);

        models().updateMany(new Document(), Updates.set("data", new Binary(new byte[] {1})));
        assertThat(json(get(path, office()), 200)).as("computed again").isEqualTo(bundle);
        assertThat(models().find().first().get("data", Binary.class).getData()).isEqualTo(model);
    }

    @Test
    void missingProof_isExplained() throws Exception {
        start();
        publish(0, script.last());
        JsonNode report = json(post(INCOMPLETE), 201);
        String path = report.get("proof").asString();
        recorded("report.issued.v3", report, Map.of("streamsRoot", "ab".repeat(32), "form", ReportComputation.FORM));
        assertThat(code(get(REPORTS + "/r0-nothing/proof", office()), 404)).isEqualTo("REPORT_UNKNOWN");
        assertThat(code(get(path, tokens.of("supervisor", "330603")), 404)).isEqualTo("CYCLE_UNKNOWN");
        assertThat(code(get(path, tokens.of("submitter", "330602")), 403)).isEqualTo("ROLE_MISSING");
        assertThat(ledger.proofs).isEmpty();
        ledger.answer = 422;
        assertThat(code(get(path, office()), 422)).isEqualTo("PROOF_TOO_LARGE");
        ledger.answer = 201;
        ledger.proof = List.of("{\"checkpoint\":\"c\",\"events\":[");
        assertThatThrownBy(() -> get(path, office())).isInstanceOf(IOException.class);
        ledger.close();
        assertUnavailable(get(path, office()));
        models().deleteMany(new Document());
        assertUnavailable(get(path, office()));
    }

    private MongoCollection<Document> models() {
        return service.getBean(MongoDatabase.class).getCollection("models");
    }
}
