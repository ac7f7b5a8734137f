package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.FINANCE;
import static org.dutyledger.submission.it.Api.figure;

import java.util.Base64;
import java.util.List;
import org.dutyledger.events.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may see what, and the audit feed that other services backfill from. */
class ViewAndAuditIT {
    private static RunningService service;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        Api.openCycle(service.as("office"));
        service.as("submitter", BUREAU).submit(BUREAU, figure("city_integrity_model_schools", "\"5\"", "所"));
        service.as("submitter", FINANCE).submit(FINANCE, figure("general_public_budget_education", "\"18.87\"", "亿元"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void aSubmitter_seesItsOwnItemsOnly() {
        Api finance = service.as("submitter", FINANCE);
        assertThat(items(finance.get("/cycles/" + CYCLE + "/items")))
                .containsExactly("general_public_budget_education");
        assertThat(finance.get("/cycles/" + CYCLE + "/items?organisation=" + BUREAU)
                        .code())
                .isEqualTo("NOT_YOUR_ORGANISATION");
        JsonNode organisations = finance.get("/cycles/" + CYCLE).body().path("organisations");
        assertThat(organisations.valueStream().map(o -> o.path("organisation").asString()))
                .containsExactly(FINANCE);
    }

    @Test
    void aSupervisor_seesAll() {
        Api supervisor = service.as("supervisor");
        assertThat(items(supervisor.get("/cycles/" + CYCLE + "/items")))
                .containsExactlyInAnyOrder("city_integrity_model_schools", "general_public_budget_education");
        JsonNode cycles = supervisor.get("/cycles").body().path("cycles");
        assertThat(cycles.size()).isEqualTo(1);
        JsonNode cycle = cycles.get(0);
        assertThat(cycle.path("cycle").asString()).isEqualTo(CYCLE);
        assertThat(cycle.path("state").asString()).isEqualTo("open");
        assertThat(cycle.path("framework").asString()).isEqualTo("zhejiang-county-2021");
        assertThat(cycle.path("frameworkSha256").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void theNamesOfTheFramework_areVisibleWithTheCycle() {
        JsonNode outline = service.as("submitter", FINANCE)
                .get("/cycles/" + CYCLE + "/framework")
                .body();
        assertThat(outline.path("framework").asString()).isEqualTo("zhejiang-county-2021");
        JsonNode thirteenth = outline.path("holders").get(12);
        assertThat(thirteenth.path("id").asString()).isEqualTo("13");
        assertThat(thirteenth.path("title").asString()).isEqualTo("促进学前教育普及普惠发展");
        assertThat(thirteenth.path("titleEn").asString()).isEqualTo("Universal and inclusive preschool");
        JsonNode items = thirteenth.path("items");
        assertThat(items.get(0).path("name").asString()).isNotEmpty();
        assertThat(items.get(items.size() - 1).path("id").asString()).isEqualTo("narrative_13");
        assertThat(outline.path("holders").get(20).has("titleEn")).isFalse();
    }

    @Test
    void invisibleCycle_doesNotExist() {
        Api stranger = service.as("submitter", "elsewhere");
        assertThat(stranger.get("/cycles").body().path("cycles").size()).isZero();
        assertThat(stranger.get("/cycles/" + CYCLE).status()).isEqualTo(404);
        assertThat(stranger.get("/cycles/" + CYCLE + "/items").status()).isEqualTo(404);
        assertThat(stranger.get("/cycles/" + CYCLE + "/framework").status()).isEqualTo(404);
        assertThat(stranger.get("/cycles/none").status()).isEqualTo(404);
    }

    @Test
    void theFeed_givesTheLedgersBytesInOrderFromAnyPosition() {
        Api auditor = service.as("auditor");
        JsonNode all = auditor.get("/ledger/events?limit=5000").body();
        long size = all.path("size").asLong();
        assertThat(all.path("events").size()).isEqualTo((int) size);
        for (long from = 0; from < size; from += 7) {
            JsonNode page = auditor.get("/ledger/events?limit=3&from=" + from).body();
            long expected = from;
            for (JsonNode entry : page.path("events")) {
                assertThat(entry.path("position").asLong()).isEqualTo(expected);
                assertThat(entry).isEqualTo(all.path("events").get((int) expected));
                byte[] data = Base64.getDecoder().decode(entry.path("data").asString());
                RecordedEvent event =
                        RecordedEvent.decode(expected, entry.path("commitHash").asString(), data);
                assertThat(event.event().cycle()).isEqualTo(CYCLE);
                expected++;
            }
            assertThat(expected).isEqualTo(Math.min(size, from + 3));
        }
        assertThat(auditor.get("/ledger/events?from=" + size)
                        .body()
                        .path("events")
                        .size())
                .isZero();
        assertThat(auditor.get("/ledger/size").body().path("size").asLong()).isEqualTo(size);
    }

    @Test
    void theFeed_isClosedToWhoMaySeeOneJurisdictionOnly() {
        for (String jurisdiction : List.of("330602", "330699")) {
            Api.Answer answer = service.asOf(jurisdiction, "auditor").get("/ledger/events");
            assertThat(answer.code()).isEqualTo("NOT_YOUR_JURISDICTION");
        }
        assertThat(service.asOf("none", "service").get("/ledger/events").status())
                .isEqualTo(200);
    }

    @Test
    void health_isOpen_therestIsNot() {
        assertThat(service.health()).isEqualTo(200);
        assertThat(service.withToken("x").get("/cycles").status()).isEqualTo(401);
        assertThat(service.as("auditor").get("/ledger/events?from=-1").code()).isEqualTo("INVALID_RANGE");
        assertThat(service.as("auditor").get("/ledger/events?from=abc").status())
                .isEqualTo(400);
    }

    private static List<String> items(Api.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("item").asString())
                .toList();
    }
}
