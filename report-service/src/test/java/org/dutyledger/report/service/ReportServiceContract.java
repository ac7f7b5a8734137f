package org.dutyledger.report.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.checker.ReportChecker;
import org.dutyledger.document.checker.ReportDocument;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The report service from the topics to the issued files, on whatever MongoDB the subclass brings. */
abstract class ReportServiceContract extends RunningReportService {
    @Test
    void issuedReport_isRecordedStoredAndTheSameAgain() throws Exception {
        start();
        publish(0, script.last());
        JsonNode first = json(post(INCOMPLETE), 201);
        assertThat(first.get("upToPosition").asLong()).isEqualTo(script.last());
        assertThat(first.get("position").asLong()).isEqualTo(1000);
        assertThat(ledger.issued).singleElement().satisfies(i -> assertThat(i.get("modelSha256"))
                .isEqualTo(first.get("modelSha256")));
        assertThat(ledger.persons).isNotEmpty().allMatch(b -> b.equals("Bearer " + office()));
        assertThat(ledger.bearers).allMatch("Bearer service-token"::equals);
        JsonNode again = json(post("{\"incomplete\":true,\"upToPosition\":" + script.last() + "}"), 201);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void issuedFiles_areSound_andOnlyTheirRecordMakesThemPublic() throws Exception {
        start();
        publish(0, script.last());
        JsonNode report = json(post(INCOMPLETE), 201);
        for (JsonNode file : report.get("files")) {
            assertThat(json(get(file.get("href").asString(), office()), 503)
                            .get("code")
                            .asString())
                    .isEqualTo("PROJECTION_BEHIND");
        }
        recorded("report.issued.v3", report, Map.of("streamsRoot", "ab".repeat(32), "form", ReportComputation.FORM));
        assertThat(json(get(REPORTS, office()), 200).get(0).get("report")).isEqualTo(report.get("report"));
        for (JsonNode file : report.get("files")) {
            HttpResponse<byte[]> got = get(file.get("href").asString(), office());
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(sha256(got.body())).isEqualTo(file.get("sha256").asString());
            assertThat(fileName(got)).isEqualTo(file.get("fileName").asString());
            ReportDocument read = ReportChecker.read(got.body());
            assertThat(ReportChecker.problems(read, script.ledger())).isEmpty();
            assertThat(ReportChecker.prints(read, "1", "18")).isTrue();
            assertThat(read.verdicts()).hasSize(20);
        }
    }

    @Test
    void recordOfAnEarlierForm_isNotAnIssuedReport() throws Exception {
        start();
        publish(0, script.last());
        JsonNode report = json(post(INCOMPLETE), 201);
        recorded("report.issued.v2", report, Map.of("streamsRoot", "ab".repeat(32)));
        assertThat(json(get(REPORTS, office()), 200)).isEmpty();
        String path = REPORTS + "/" + report.get("report").asString();
        assertThat(code(get(path + "/proof", office()), 409)).isEqualTo("REPORT_NOT_PROVEN");
        assertThat(code(get(path + "/report.docx", office()), 409)).isEqualTo("REPORT_NOT_PROVEN");
    }

    @Test
    void earlierPosition_givesTheReportOfThen() throws Exception {
        start();
        long then = script.last();
        publish(0, then);
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), then);
        String before = json(post("{\"incomplete\":true,\"upToPosition\":" + then + "}"), 201)
                .get("modelSha256")
                .asString();
        script.corrected("district_leaders_linked_schools", "19", "位", "18");
        publish(then + 1, script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        JsonNode now = json(post(INCOMPLETE), 201);
        assertThat(now.get("upToPosition").asLong()).isEqualTo(script.last());
        assertThat(now.get("modelSha256").asString()).isNotEqualTo(before);
        assertThat(json(post("{\"incomplete\":true,\"upToPosition\":" + then + "}"), 201)
                        .get("modelSha256")
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void gap_isBackfilledFromTheLedger_duplicatesAreDropped_restartContinues() throws Exception {
        start();
        ledger.events.addAll(Stored.chain(script));
        kafka.evidence(Stored.chain(script).get(0));
        kafka.evidence(Stored.chain(script).get(0));
        kafka.evidence(Stored.chain(script).get(3));
        kafka.evidence(Stored.chain(script).get(1));
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        String first = json(post(INCOMPLETE), 201).get("modelSha256").asString();
        service.close();
        start();
        assertThat(json(post(INCOMPLETE), 201).get("modelSha256").asString()).isEqualTo(first);
    }

    @Test
    void draft_isMadeNow_andRecordedNowhere() throws Exception {
        start();
        publish(0, script.last());
        await().until(() -> get(REPORTS + "/draft.html", office()).statusCode() == 200);
        HttpResponse<byte[]> page = get(REPORTS + "/draft.html", tokens.of("auditor", "*"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("default-src 'none'"));
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("〔待填报：");
        assertThat(ReportChecker.problems(ReportChecker.read(page.body()), script.ledger()))
                .isEmpty();
        HttpResponse<byte[]> document = get(REPORTS + "/draft.docx", office());
        assertThat(fileName(page)).isEqualTo("绍兴市越城区2021年履行教育职责自评报告-草稿.html");
        assertThat(fileName(document)).isEqualTo("绍兴市越城区2021年履行教育职责自评报告-草稿.docx");
        assertThat(ReportChecker.problems(ReportChecker.read(document.body()), script.ledger()))
                .isEmpty();
        assertThat(ledger.issued).isEmpty();
    }

    @Test
    void strangers_areRefused() throws Exception {
        start();
        publish(0, script.last());
        await().until(() -> get(REPORTS + "/draft.html", office()).statusCode() == 200);
        assertThat(code(get(REPORTS + "/draft.html", tokens.of("submitter", "330602")), 403))
                .isEqualTo("ROLE_MISSING");
        assertThat(code(post(INCOMPLETE, tokens.of("auditor", "330602")), 403)).isEqualTo("ROLE_MISSING");
        assertThat(get(REPORTS + "/draft.html", "nonsense").statusCode()).isEqualTo(401);
        assertThat(code(get(REPORTS.replace("330602", "999999"), office()), 404))
                .isEqualTo("CYCLE_UNKNOWN");
        assertThat(code(get(REPORTS + "/r1/report.docx", office()), 404)).isEqualTo("FILE_UNKNOWN");
        assertThat(ledger.issued).isEmpty();
    }

    @Test
    void toAStranger_aForeignCycleIsUnknown_atEveryAddress() throws Exception {
        start();
        publish(0, script.last());
        await().until(() -> get(REPORTS + "/draft.html", office()).statusCode() == 200);
        List<String> addresses = addressesOfReports();
        assertThat(addresses).contains("GET", "POST", "GET /draft.docx", "GET /r1/proof", "GET /r1/report.docx");
        for (String address : addresses) {
            for (String role : List.of("office", "supervisor", "auditor")) {
                String stranger = tokens.of(role, "330603");
                HttpResponse<byte[]> foreign = ask(address, REPORTS, stranger);
                HttpResponse<byte[]> none = ask(address, REPORTS.replace("330602", "999999"), stranger);
                boolean may = !address.equals("POST") || role.equals("office");
                assertThat(code(foreign, may ? 404 : 403))
                        .as("%s as %s", address, role)
                        .isEqualTo(may ? "CYCLE_UNKNOWN" : "ROLE_MISSING");
                assertThat(new String(foreign.body(), StandardCharsets.UTF_8))
                        .isEqualTo(new String(none.body(), StandardCharsets.UTF_8).replace("999999", "330602"));
            }
            assertThat(code(ask(address, REPORTS, tokens.of("visitor", "330602")), 403))
                    .isEqualTo("ROLE_MISSING");
        }
        assertThat(ledger.issued).isEmpty();
    }

    @Test
    void refusedIssue_isExplained() throws Exception {
        start("--dutyledger.report.patience=300ms");
        ledger.events.addAll(Stored.chain(script));
        assertThat(code(post(INCOMPLETE), 503)).isEqualTo("PROJECTION_BEHIND");
        assertThat(code(post("{\"incomplete\":true,\"upToPosition\":99}"), 422)).isEqualTo("POSITION_UNKNOWN");
        publish(0, script.last());
        ledger.answer = 409;
        await().untilAsserted(() -> assertThat(code(post(INCOMPLETE), 409)).isEqualTo("CYCLE_CLOSED"));
        ledger.answer = 503;
        assertThat(code(post(INCOMPLETE), 503)).isEqualTo("OUTCOME_UNKNOWN");
        ledger.answer = 201;
        ledger.events.set(
                2,
                Stored.chain(new EventScript(FRAMEWORK)
                                .open()
                                .figure("district_leaders_linked_schools", "81", "位", Basis.REPORTED))
                        .get(2));
        assertThat(code(post(INCOMPLETE), 409)).isEqualTo("PROJECTION_DIFFERS");
        ledger.close();
        assertUnavailable(post(INCOMPLETE));
        assertThat(ledger.issued).isEmpty();
    }

    @Test
    void forgedEvaluation_isNamedAndAlarmed_andNeverPrinted() throws Exception {
        start();
        publish(0, script.last());
        JsonNode issued = json(post(INCOMPLETE), 201);
        IndicatorEvaluated honest = Samples.evaluations(FRAMEWORK, script).get(14);
        kafka.evaluated(List.of(passed(honest)), script.last());
        await().until(() -> post(INCOMPLETE).statusCode() == 409);
        JsonNode refused = json(post(INCOMPLETE), 409);
        assertThat(refused.path("code").asString()).isEqualTo("PROJECTION_DIFFERS");
        assertThat(refused.path("detail").asString()).contains("indicator 15: verdict");
        assertThat(get("/actuator/health", office()).statusCode()).isEqualTo(503);
        kafka.evaluated(List.of(honest), script.last());
        await().untilAsserted(() -> assertThat(json(post(INCOMPLETE), 201)).isEqualTo(issued));
        assertThat(get("/actuator/health", office()).statusCode()).isEqualTo(200);
    }

    @Test
    void reportThatIsOnlyInTheDatabase_isNotListed_andHealthIsDown() throws Exception {
        start();
        publish(0, script.last());
        await().until(() -> get(REPORTS + "/draft.html", office()).statusCode() == 200);
        byte[] file = "<p>99.87</p>".getBytes(StandardCharsets.UTF_8);
        ReportIssuedV3 invented = new ReportIssuedV3(
                EventScript.CYCLE,
                "r1-invented",
                1,
                "ab".repeat(32),
                ReportComputation.FORM,
                sha256(file),
                List.of(new IssuedFile("report.html", "text/html", sha256(file), file.length)));
        EventScript forged = new EventScript(FRAMEWORK).open();
        forged.add("cycle/" + EventScript.CYCLE, invented);
        byte[] event = Stored.of(forged).get((int) forged.last()).data();
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            MongoDatabase database = client.getDatabase("report");
            String id = EventScript.CYCLE + "/r1-invented";
            database.getCollection("models").insertOne(new Document("_id", id).append("data", new Binary(file)));
            database.getCollection("files")
                    .insertOne(new Document("_id", id + "/report.html")
                            .append("mediaType", "text/html")
                            .append("data", new Binary(file)));
            database.getCollection("g1.events")
                    .updateOne(new Document("_id", 1L), new Document("$set", new Document("data", new Binary(event))));
        }
        assertThat(code(get(REPORTS, office()), 409)).isEqualTo("COPY_ALTERED");
        assertThat(code(get(REPORTS + "/r1-invented/report.html", office()), 409))
                .isEqualTo("COPY_ALTERED");
        assertThat(code(get(REPORTS + "/draft.html", office()), 409)).isEqualTo("COPY_ALTERED");
        JsonNode health = json(get("/actuator/health", office()), 503);
        assertThat(health.path("components").path("intake").toString()).contains(EventScript.CYCLE);
        service.close();
        start();
        await().untilAsserted(() -> assertThat(
                        new String(get("/actuator/health", office()).body(), StandardCharsets.UTF_8))
                .contains("another history: the stored copy"));
        assertThat(code(get(REPORTS + "/draft.html", office()), 503)).isEqualTo("PROJECTION_BEHIND");
    }

    private static IndicatorEvaluated passed(IndicatorEvaluated e) {
        return new IndicatorEvaluated(
                e.cycle(),
                e.indicator(),
                e.position(),
                e.framework(),
                e.frameworkVersion(),
                Verdict.PASS,
                e.score(),
                e.missing(),
                e.measures(),
                e.reasons(),
                e.findings(),
                null);
    }

    @Test
    void unknownEvent_stopsTheIntake_andHealthReportsIt() throws Exception {
        start();
        await().until(() -> get("/actuator/health", office()).statusCode() == 200);
        publish(0, script.last());
        script.add("cycle/" + EventScript.CYCLE, "moon.landed.v9", Map.of("cycle", EventScript.CYCLE));
        publish(script.last(), script.last());
        await().until(() -> get("/actuator/health", office()).statusCode() == 503);
        assertThat(get("/actuator/health/liveness", office()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRebuild_givesTheSameCopyAndTheSameReport() throws Exception {
        start();
        publish(0, script.last());
        JsonNode issued = json(post(INCOMPLETE), 201);
        JsonNode end = rebuilt("");
        assertThat(end.path("state").asString()).as(end.toString()).isEqualTo("REPLACED");
        assertThat(end.path("applied").asLong()).isEqualTo(script.last());
        assertThat(end.path("documents").asLong())
                .isEqualTo(Stored.of(script).size() + FRAMEWORK.indicators().size());
        assertThat(json(post("{\"incomplete\":true,\"upToPosition\":" + script.last() + "}"), 201))
                .isEqualTo(issued);
        script.corrected("district_leaders_linked_schools", "19", "位", "18");
        publish(script.last(), script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        await().untilAsserted(() -> assertThat(
                        json(post(INCOMPLETE), 201).path("upToPosition").asLong())
                .isEqualTo(script.last()));
    }

    @Test
    void aRebuildThatDiffers_isNamedAndTakesOverOnlyWhenThatIsAccepted() throws Exception {
        start();
        publish(0, script.last());
        json(post(INCOMPLETE), 201);
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("report")
                    .getCollection("g1.events")
                    .updateOne(new Document("_id", 2L), new Document("$set", new Document("hash", "00")));
        }
        JsonNode refused = rebuilt("");
        assertThat(refused.path("state").asString()).as(refused.toString()).isEqualTo("DIFFERS");
        assertThat(refused.path("differences").toString())
                .isEqualTo("[{\"collection\":\"events\",\"id\":\"2\",\"what\":\"CHANGED\",\"fields\":[\"hash\"]}]");
        assertThat(code(post(INCOMPLETE), 409)).isEqualTo("COPY_ALTERED");
        assertThat(rebuilt("?acceptDifferences=true").path("state").asString()).isEqualTo("REPLACED");
        json(post(INCOMPLETE), 201);
    }

    @Test
    void aRebuildWithoutTheLedger_failsAndChangesNothing() throws Exception {
        start();
        publish(0, script.last());
        JsonNode issued = json(post(INCOMPLETE), 201);
        ledger.events.remove(ledger.events.size() - 1);
        JsonNode failed = rebuilt("");
        assertThat(failed.path("state").asString()).as(failed.toString()).isEqualTo("FAILED");
        ledger.events.add(Stored.chain(script).get((int) script.last()));
        await().untilAsserted(() -> assertThat(json(post(INCOMPLETE), 201)).isEqualTo(issued));
    }

    private JsonNode rebuilt(String query) throws Exception {
        String path = "/api/v1/projections/report/rebuild";
        String auditor = tokens.of("auditor", "*");
        HttpRequest begin =
                request(path + query, auditor).POST(BodyPublishers.noBody()).build();
        json(http.send(begin, BodyHandlers.ofByteArray()), 202);
        return await().until(
                        () -> json(get(path, auditor), 200),
                        s -> !s.path("state").asString().equals("RUNNING"));
    }
}
