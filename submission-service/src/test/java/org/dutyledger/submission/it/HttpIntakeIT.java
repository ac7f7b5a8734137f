package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.figure;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The good way through the HTTP endpoint: open, submit, correct, withdraw, review, issue, close. */
class HttpIntakeIT {
    private static final String MODEL_SCHOOLS = "city_integrity_model_schools";
    private static RunningService service;
    private static Api office;
    private static Api bureau;
    private static Api supervisor;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        office = service.as("office");
        bureau = service.as("submitter", BUREAU);
        supervisor = service.as("supervisor");
        Api.openCycle(office);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void anItem_livesFromSubmissionToAcceptance() {
        Api.Answer first = bureau.submit(BUREAU, figure(MODEL_SCHOOLS, "5", "所"));
        assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
        assertThat(first.body().path("commitHash").asString()).matches("[0-9a-f]{64}");
        assertThat(first.body().path("events").get(0).path("position").asLong()).isEqualTo(first.position());
        assertThat(first.body().path("events").get(0).path("type").asString()).isEqualTo("figure.submitted.v1");
        assertThat(item().path("value").asString()).isEqualTo("5");

        String correction = figure(MODEL_SCHOOLS, "\"6\"", "所").replace("submit", "correct");
        Api.Answer corrected = bureau.submit(BUREAU, correction.replace("}", ",\"reason\":\"漏报一所\"}"));
        assertThat(corrected.status()).as("%s", corrected.body()).isEqualTo(201);
        assertThat(corrected.position()).isGreaterThan(first.position());

        assertThat(review("return", ",\"reason\":\"请附名单\"").status()).isEqualTo(201);
        assertThat(item().path("status").asString()).isEqualTo("returned");
        assertThat(item().path("reason").asString()).isEqualTo("请附名单");
        String attach = "{\"action\":\"submit\",\"type\":\"evidence\",\"item\":\"" + MODEL_SCHOOLS + "\",\"sha256\":\""
                + "a".repeat(64) + "\",\"fileName\":\"名单.pdf\",\"mediaType\":\"application/pdf\",\"size\":1234}";
        assertThat(bureau.submit(BUREAU, attach).status()).isEqualTo(201);
        assertThat(review("accept", "").status()).isEqualTo(201);
        assertThat(item().path("status").asString()).isEqualTo("accepted");
        assertThat(item().path("files").get(0).path("fileName").asString()).isEqualTo("名单.pdf");

        String withdraw = "{\"action\":\"withdraw\",\"item\":\"" + MODEL_SCHOOLS + "\",\"reason\":\"口径有误\"}";
        Api.Answer accepted = bureau.submit(BUREAU, withdraw);
        assertThat(accepted.status()).isEqualTo(422);
        assertThat(accepted.code()).isEqualTo("ITEM_ACCEPTED");
        assertThat(review("return", ",\"reason\":\"单位来函要求更正\"").status()).isEqualTo(201);

        Api.Answer withdrawn = bureau.submit(BUREAU, withdraw);
        assertThat(withdrawn.status()).as("%s", withdrawn.body()).isEqualTo(201);
        assertThat(item().path("status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void aSubmissionOverSeveralIndicators_isOneCommit() {
        Api.Answer answer = bureau.submit(
                BUREAU,
                figure("integrity_four_projects", "\"4\"", "项")
                        + "," + figure("bureau_cadres_linked_schools", "\"71\"", "位")
                        + ",{\"action\":\"submit\",\"type\":\"narrative\",\"item\":\"narrative_3\",\"text\":\"推进{{integrity_four_projects}}项工程。\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        long first = answer.position();
        assertThat(answer.body().path("lastPosition").asLong()).isEqualTo(first + 2);
        Api.Answer feed = service.as("auditor").get("/ledger/events?from=" + first + "&limit=3");
        assertThat(feed.body().path("events").valueStream().map(e -> e.path("commitHash")
                        .asString()))
                .hasSize(3)
                .containsOnly(answer.body().path("commitHash").asString());
    }

    @Test
    void aRepeatedKey_getsTheFirstReceipt() {
        String key = UUID.randomUUID().toString();
        String item = figure("district_leaders_linked_schools", "\"18\"", "位")
                .replace("district_leaders_linked_schools", "inspection_visits")
                .replace("位", "人次");
        Api office330602 = service.as("submitter", "330602-ddb");
        office.put(
                "/cycles/" + CYCLE + "/organisations",
                "{\"organisations\":[{\"organisation\":\"330602-ddb\",\"name\":\"督导办\",\"roles\":[\"supervision-office\"]}]}");
        Api.Answer first = office330602.submit("330602-ddb", key, item);
        Api.Answer again = office330602.submit("330602-ddb", key, item);
        assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
        assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.body().path("commitHash")).isEqualTo(first.body().path("commitHash"));
        assertThat(again.body().path("recordedAt")).isEqualTo(first.body().path("recordedAt"));
        assertThat(again.body().path("submission")).isEqualTo(first.body().path("submission"));
        assertThat(again.body().path("events")).isEqualTo(first.body().path("events"));
        Api.Answer reused = office330602.submit("330602-ddb", key, item.replace("18", "19"));
        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aDryRun_decidesButStoresNothing() {
        long size = size();
        String body = "{\"organisation\":\"" + BUREAU + "\",\"items\":["
                + figure("party_org_coverage_rate", "\"100\"", "%") + "]}";
        Api.Answer good = bureau.post("/cycles/" + CYCLE + "/submissions?dryRun=true", body);
        Api.Answer bad = bureau.post("/cycles/" + CYCLE + "/submissions?dryRun=true", body.replace("%", "所"));
        assertThat(good.status()).as("%s", good.body()).isEqualTo(200);
        assertThat(good.body().path("dryRun").asBoolean()).isTrue();
        assertThat(good.body().path("events").get(0).path("item").asString()).isEqualTo("party_org_coverage_rate");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(size()).isEqualTo(size);
    }

    @Test
    void anotherCycle_isOpenedReportedAndClosed() {
        Api neighbour = service.asOf("330603", "office");
        String open = """
                {"cycle":"330603-2021","jurisdiction":"330603","jurisdictionName":"柯桥区","year":2021,
                 "framework":"zhejiang-county-2021"}""";
        Api.Answer opened = neighbour.post("/cycles", open);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        assertThat(opened.body().path("events").size()).isGreaterThan(20);
        assertThat(neighbour.post("/cycles", open).code()).isEqualTo("CYCLE_EXISTS");
        assertThat(neighbour
                        .post("/cycles", open.replace("330603-2021", "330603-2021-b"))
                        .code())
                .isEqualTo("YEAR_TAKEN");
        assertThat(neighbour
                        .post(
                                "/cycles",
                                open.replace("330603-2021", "330603-2022").replace(":2021", ":2022"))
                        .code())
                .isEqualTo("INVALID_FIELD");
        long position = opened.position();
        ReportMaker maker = new ReportMaker(service);
        String report = maker.make(
                        "330603-2021", "r1", opened.body().path("lastPosition").asLong())
                .body();
        for (long wrong : new long[] {-1, position - 1, size(), Long.MAX_VALUE}) {
            String elsewhere = report.replaceFirst("\"upToPosition\":[0-9]+", "\"upToPosition\":" + wrong);
            assertThat(maker.record("330603-2021", elsewhere).code())
                    .as("up to %s", wrong)
                    .isEqualTo("INVALID_FIELD");
        }
        String nameless = report.replace("\"report.docx\"", "null");
        assertThat(maker.record("330603-2021", nameless).code()).isEqualTo("FIELD_MISSING");
        assertThat(maker.record("330603-2021", report).status()).isEqualTo(201);
        assertThat(maker.record("330603-2021", report).code()).isEqualTo("REPORT_EXISTS");
        assertThat(neighbour
                        .post("/cycles/330603-2021/close", "{\"reason\":\"验收完成\"}")
                        .status())
                .isEqualTo(201);
        assertThat(neighbour
                        .post("/cycles/330603-2021/close", "{\"reason\":\"再关\"}")
                        .code())
                .isEqualTo("CYCLE_CLOSED");
        Api.Answer shown = neighbour.get("/cycles/330603-2021");
        assertThat(shown.body().path("state").asString()).isEqualTo("closed");
        assertThat(shown.body().path("reports").get(0).asString()).isEqualTo("r1");
    }

    private static tools.jackson.databind.JsonNode item() {
        return bureau.get("/cycles/" + CYCLE + "/items?organisation=" + BUREAU)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("item").asString().equals(MODEL_SCHOOLS))
                .findFirst()
                .orElseThrow();
    }

    private static Api.Answer review(String decision, String more) {
        return supervisor.post(
                "/cycles/" + CYCLE + "/reviews",
                "{\"items\":[{\"item\":\"" + MODEL_SCHOOLS + "\",\"organisation\":\"" + BUREAU + "\",\"decision\":\""
                        + decision + "\"" + more + "}]}");
    }

    private static long size() {
        return service.as("auditor").get("/ledger/size").body().path("size").asLong();
    }
}
