package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.submission.it.ReportMaker.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may have a report recorded as issued, and which: only report-service for an office, and only the true one. */
class IssuedReportsIT {
    private static final String PATH = "/cycles/" + CYCLE + "/issued-reports";
    private static RunningService service;
    private static ReportMaker maker;
    private static long upTo;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        maker = new ReportMaker(service);
        Api.openCycle(service.as("office"));
        upTo = service.as("submitter", Api.FINANCE)
                .submit(Api.FINANCE, figure("general_public_budget_education", "\"18.87\"", "亿元"))
                .position();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void trueReport_isRecordedForTheOffice_withItsForm() {
        Api.Answer recorded = maker.issue(CYCLE, "true-1", upTo);
        assertThat(recorded.status()).as("%s", recorded.body()).isEqualTo(201);
        JsonNode line = service.as("auditor")
                .get("/ledger/events?limit=1&from=" + recorded.position())
                .body()
                .path("events")
                .get(0);
        String event = new String(
                java.util.Base64.getDecoder().decode(line.path("data").asString()));
        assertThat(event)
                .contains("\"type\":\"report.issued.v3\"", "\"form\":\"" + ReportComputation.FORM + "\"")
                .contains("\"actor\":\"test-office\"");
    }

    @Test
    void officeTokenAlone_isRefused() {
        String body = maker.make(CYCLE, "office-1", upTo).body();
        Api.Answer refused = service.as("office").post(PATH, body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ROLE_MISSING");
        Api.Answer forItself =
                service.as("office").onBehalfOf(service.as("office")).post(PATH, body);
        assertThat(forItself.code()).isEqualTo("ROLE_MISSING");
    }

    @Test
    void serviceToken_cannotInventAPerson() {
        String body = maker.make(CYCLE, "service-1", upTo).body();
        Api recorder = service.as("service");
        assertThat(recorder.post(PATH, body).code()).isEqualTo("ON_BEHALF_OF_MISSING");
        Api.Answer invented = recorder.onBehalfOf(service.withToken("x.y.z")).post(PATH, body);
        assertThat(invented.status()).isEqualTo(401);
        assertThat(invented.code()).isEqualTo("ON_BEHALF_OF_INVALID");
        assertThat(recorder.onBehalfOf(recorder).post(PATH, body).code()).isEqualTo("ROLE_MISSING");
        assertThat(recorder.onBehalfOf(service.as("supervisor"))
                        .post(PATH, body)
                        .code())
                .isEqualTo("ROLE_MISSING");
        assertThat(recorder.onBehalfOf(service.asOf("330603", "office"))
                        .post(PATH, body)
                        .code())
                .isEqualTo("CYCLE_UNKNOWN");
    }

    @Test
    void falseReport_isRefused_andNothingIsRecorded() {
        Made made = maker.make(CYCLE, "false-1", upTo);
        List<IssuedFile> files = made.files();
        IssuedFile docx = files.get(0);
        List<Made> forgeries = List.of(
                new Made("false-1", upTo, "b".repeat(64), files),
                new Made("false-1", upTo, maker.make(CYCLE, "x", upTo - 1).modelSha256(), files),
                new Made("false-1", upTo, made.modelSha256(), List.of(docx)),
                new Made("false-1", upTo, made.modelSha256(), reversed(files)),
                with(made, new IssuedFile("other.docx", docx.mediaType(), docx.sha256(), docx.size())),
                with(made, new IssuedFile(docx.name(), "text/html", docx.sha256(), docx.size())),
                with(made, new IssuedFile(docx.name(), docx.mediaType(), "c".repeat(64), docx.size())),
                with(made, new IssuedFile(docx.name(), docx.mediaType(), docx.sha256(), docx.size() + 1)));
        long size = size();
        for (Made forged : forgeries) {
            Api.Answer refused = maker.record(CYCLE, forged.body());
            assertThat(refused.status()).as("%s", forged).isEqualTo(409);
            assertThat(refused.code()).as("%s", forged).isEqualTo("REPORT_DIFFERS");
        }
        assertThat(size()).isEqualTo(size);
    }

    @Test
    void positionInsideACommit_isRefused() {
        Api.Answer two = service.as("submitter", Api.BUREAU)
                .submit(
                        Api.BUREAU,
                        figure("legal_person_schools", "4", "所") + ","
                                + figure("schools_under_construction", "3", "所"));
        assertThat(two.status()).as("%s", two.body()).isEqualTo(201);
        long last = two.position() + 1;
        String whole = maker.make(CYCLE, "half-1", last).body();
        for (long half : new long[] {1, last - 1}) {
            Api.Answer refused =
                    maker.record(CYCLE, whole.replaceFirst("\"upToPosition\":[0-9]+", "\"upToPosition\":" + half));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("INVALID_FIELD");
            assertThat(refused.body().path("detail").asString()).contains("inside a commit");
        }
    }

    @Test
    void withdrawnAndReturnedItems_areComputedToo() {
        Api bureau = service.as("submitter", Api.BUREAU);
        bureau.submit(Api.BUREAU, figure("city_integrity_model_schools", "5", "所"));
        bureau.submit(
                Api.BUREAU, "{\"action\":\"withdraw\",\"item\":\"city_integrity_model_schools\",\"reason\":\"口径有误\"}");
        long last = size() - 1;
        assertThat(maker.issue(CYCLE, "later-1", last).status()).isEqualTo(201);
    }

    private static Made with(Made made, IssuedFile docx) {
        return new Made(
                made.report(),
                made.upTo(),
                made.modelSha256(),
                List.of(docx, made.files().get(1)));
    }

    private static List<IssuedFile> reversed(List<IssuedFile> files) {
        List<IssuedFile> copy = new ArrayList<>(files);
        Collections.reverse(copy);
        return copy;
    }

    private static long size() {
        return service.as("auditor").get("/ledger/size").body().path("size").asLong();
    }
}
