package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dutyledger.events.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An auditor's queries over HTTP: history, state as of a moment, difference of two; and what is refused. */
class ReplayIT {
    private static final String BUDGET = "general_public_budget_education";
    private static RunningService service;
    private static Api auditor;
    private static String indicator;
    private static long first;
    private static long corrected;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        auditor = service.as("auditor");
        Api.openCycle(service.as("office"));
        Api finance = service.as("submitter", FINANCE);
        first = finance.submit(FINANCE, figure(BUDGET, "\"18.87\"", "亿元")).position();
        service.as("submitter", BUREAU).submit(BUREAU, figure("city_integrity_model_schools", "\"5\"", "所"));
        corrected = finance.submit(
                        FINANCE,
                        figure(BUDGET, "\"18.97\"", "亿元")
                                .replace("\"submit\"", "\"correct\"")
                                .replace("}", ",\"reason\":\"决算数\"}"))
                .position();
        indicator = auditor.get("/cycles/" + CYCLE + "/history?item=" + BUDGET)
                .body()
                .path("events")
                .get(0)
                .path("payload")
                .path("indicator")
                .asString();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void anItemsHistory_namesWhoWhenThroughWhichEndpointAndWhy() {
        JsonNode events = history("item=" + BUDGET).path("events");
        assertThat(positions(events)).containsExactly(first, corrected);
        JsonNode last = events.get(1);
        assertThat(last.path("type").asString()).isEqualTo("figure.corrected.v1");
        assertThat(last.path("actor").asString()).isEqualTo("test-submitter");
        assertThat(last.path("door").asString()).isEqualTo("http");
        assertThat(last.path("commitHash").asString()).matches("[0-9a-f]{64}");
        assertThat(last.path("recordedAt").asString()).matches("\\d{4}-.*Z");
        assertThat(last.path("payload").path("reason").asString()).isEqualTo("决算数");
        assertThat(last.path("payload").path("previous").asString()).isEqualTo("18.87");
    }

    @Test
    void everyHistory_canBePagedByPosition() {
        String submission = history("item=" + BUDGET)
                .path("events")
                .get(1)
                .path("payload")
                .path("submission")
                .asString();
        assertThat(paged("submission=" + submission)).containsExactly(corrected);
        assertThat(paged("organisation=" + FINANCE)).hasSize(3).endsWith(first, corrected);
        assertThat(paged("indicator=" + indicator)).hasSize(3).endsWith(first, corrected);
        assertThat(positions(
                        history("indicator=" + indicator + "&from=" + corrected).path("events")))
                .containsExactly(corrected);
    }

    @Test
    void history_givesTheStoredBytes_toWhoAsksForThem() {
        String of = "indicator=" + indicator + "&from=" + corrected;
        JsonNode plain = history(of).path("events").get(0);
        JsonNode event = history(of + "&data=true").path("events").get(0);
        assertThat(plain.has("data")).isFalse();
        byte[] data = Base64.getDecoder().decode(event.path("data").asString());
        assertThat(event.path("data"))
                .isEqualTo(auditor.get("/ledger/events?limit=1&from=" + corrected)
                        .body()
                        .path("events")
                        .get(0)
                        .path("data"));
        RecordedEvent stored = RecordedEvent.decode(corrected, null, data);
        assertThat(event.path("eventId").asString()).isEqualTo(stored.id());
        Api ofTheDistrict = service.asOf("330602", "auditor");
        assertThat(ofTheDistrict
                        .get("/cycles/" + CYCLE + "/history?data=true&" + of)
                        .body()
                        .path("events")
                        .get(0))
                .isEqualTo(event);
    }

    @Test
    void state_isWhatWasKnownThen() {
        JsonNode before = state("&atPosition=" + (corrected - 1));
        assertThat(before.path("items").get(0).path("value").asString()).isEqualTo("18.87");
        assertThat(before.path("items").get(0).path("setBy").path("position").asLong())
                .isEqualTo(first);
        assertThat(before.path("known").path("position").asLong()).isEqualTo(first);
        assertThat(before.path("phase").asString()).isEqualTo("open");
        JsonNode after = state("&recordedAt=2999-01-01T00:00:00Z");
        assertThat(after.path("items").get(0).path("value").asString()).isEqualTo("18.97");
        assertThat(after.path("items").get(0).path("name").asString()).isNotEmpty();
        assertThat(state("&recordedAt=2020-01-01T00:00:00Z").path("items")).isEmpty();
        assertThat(state("&atPosition=0").path("items")).isEmpty();
    }

    @Test
    void theTwoClocks_areReadTogether() {
        assertThat(state("&effectiveOn=2021-12-30").path("items")).isEmpty();
        assertThat(state("&effectiveOn=2021-12-31").path("items").get(0).path("value"))
                .hasToString("\"18.97\"");
        JsonNode both = state("&effectiveOn=2021-12-31&atPosition=" + first);
        assertThat(both.path("items").get(0).path("value").asString()).isEqualTo("18.87");
        assertThat(both.path("items").get(0).path("effectiveFrom").asString()).isEqualTo("2021-12-31");
        assertThat(both.path("effectiveOn").asString()).isEqualTo("2021-12-31");
    }

    @Test
    void difference_showsBeforeAndAfterWithItsCauses() {
        JsonNode difference = difference("&from=" + first + "&to=" + corrected);
        JsonNode change = difference.path("changes").get(0);
        assertThat(difference.path("changes").size()).isEqualTo(1);
        assertThat(change.path("before").path("value").asString()).isEqualTo("18.87");
        assertThat(change.path("after").path("value").asString()).isEqualTo("18.97");
        assertThat(positions(change.path("causes"))).containsExactly(corrected);
        assertThat(difference("&from=" + corrected).path("changes")).isEmpty();
        JsonNode all = difference("&from=2020-01-01T00:00:00Z");
        assertThat(all.path("phaseBefore").asString()).isEqualTo("absent");
        assertThat(all.path("phaseAfter").asString()).isEqualTo("open");
        assertThat(all.path("others").size()).isEqualTo(1);
        assertThat(all.path("changes").get(0).has("before")).isFalse();
        assertThat(positions(all.path("changes").get(0).path("causes"))).containsExactly(first, corrected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            history?limit=5                                                    | 400 | INVALID_QUERY
            history?indicator=1&item=x                                         | 400 | INVALID_QUERY
            history?indicator=1&limit=501                                      | 400 | INVALID_RANGE
            history?indicator=1&limit=0                                        | 400 | INVALID_RANGE
            history?indicator=1&from=-1                                        | 400 | INVALID_RANGE
            history?indicator=1&data=yes                                       | 400 | INVALID_QUERY
            history?indicator=99                                               | 404 | UNKNOWN_INDICATOR
            history?item=nothing                                               | 404 | UNKNOWN_ITEM
            history?organisation=nobody                                        | 404 | UNKNOWN_ORGANISATION
            history?submission=0190a5b4-0000-7000-8000-000000000000            | 404 | UNKNOWN_SUBMISSION
            state?atPosition=3                                                 | 400 | INVALID_QUERY
            state?indicator=1                                                  | 400 | INVALID_QUERY
            state?indicator=1&atPosition=3&recordedAt=2022-01-01T00:00:00Z     | 400 | INVALID_QUERY
            state?indicator=1&atPosition=x                                     | 400 | INVALID_RANGE
            state?indicator=1&atPosition=1000000                               | 400 | POSITION_NOT_RECORDED
            state?indicator=1&recordedAt=17                                    | 400 | INVALID_MOMENT
            state?indicator=1&recordedAt=today                                 | 400 | INVALID_MOMENT
            state?indicator=1&effectiveOn=2021-02-30                           | 400 | INVALID_MOMENT
            state?indicator=1&effectiveOn=%2B999999999-12-31                   | 400 | INVALID_MOMENT
            difference?indicator=1                                             | 400 | INVALID_QUERY
            difference?indicator=1&from=soon                                   | 400 | INVALID_MOMENT
            difference?indicator=1&from=1000000                                | 400 | POSITION_NOT_RECORDED
            difference?indicator=1&from=2999-01-01T00:00:00Z&to=0              | 400 | INVALID_RANGE
            """)
    void unanswerableQuery_isRefusedWithAMessage(String query, int status, String code) {
        Api.Answer answer = auditor.get("/cycles/" + CYCLE + "/" + query);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history?indicator=1", "state?indicator=1&atPosition=0", "difference?indicator=1&from=0"})
    void onlyAuditorsOfTheJurisdiction_mayAsk(String query) {
        String path = "/cycles/" + CYCLE + "/" + query;
        assertThat(auditor.get(path).status()).isEqualTo(200);
        for (String role : List.of("submitter", "supervisor", "office", "service")) {
            assertThat(service.as(role, FINANCE).get(path).code()).as(role).isEqualTo("ROLE_MISSING");
        }
        assertThat(service.asOf("330603", "auditor").get(path).code()).isEqualTo("CYCLE_UNKNOWN");
        assertThat(service.withToken("x").get(path).status()).isEqualTo(401);
        assertThat(auditor.get("/cycles/none/" + query).code()).isEqualTo("CYCLE_UNKNOWN");
    }

    private static List<Long> paged(String subject) {
        List<Long> all = new ArrayList<>();
        JsonNode page = history(subject + "&limit=1");
        all.addAll(positions(page.path("events")));
        while (page.has("next")) {
            page = history(subject + "&limit=1&from=" + page.path("next").asLong());
            assertThat(page.path("events").size()).isEqualTo(1);
            all.addAll(positions(page.path("events")));
        }
        return all;
    }

    private static List<Long> positions(JsonNode events) {
        return events.valueStream().map(e -> e.path("position").asLong()).toList();
    }

    private static JsonNode history(String query) {
        return auditor.get("/cycles/" + CYCLE + "/history?" + query).body();
    }

    private static JsonNode state(String query) {
        return auditor.get("/cycles/" + CYCLE + "/state?indicator=" + indicator + query)
                .body();
    }

    private static JsonNode difference(String query) {
        return auditor.get("/cycles/" + CYCLE + "/difference?indicator=" + indicator + query)
                .body();
    }
}
