package org.dutyledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the whole service promises, on a real Kafka broker; subclasses choose the MongoDB. BlockHound watches: a blocking
 * call on an event loop turns its request into an error.
 */
abstract class ScoringContract extends RunningScoring {
    @Test
    void duplicatesAndGaps_leadToTheSameEvaluationsAsARestartInTheMiddle() throws Exception {
        ledger.submitAll(CYCLE);
        int half = ledger.size() / 2;
        try (Service service = service()) {
            topic.send(0, 10);
            topic.send(3, 8);
            topic.send(14, half);
            awaitApplied(service, half - 1);
        }
        topic.send(half - 20, ledger.size());
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
            JsonNode shown =
                    service.json(PATH + "/evaluations", Service.SUPERVISOR).path("evaluations");
            assertThat(shown.size()).isEqualTo(20);
            Map<String, IndicatorEvaluated> published = latest();
            for (JsonNode e : shown) {
                IndicatorEvaluated sent =
                        published.get(CYCLE + "/" + e.path("indicator").asString());
                assertThat(e.path("verdict").asString())
                        .isEqualTo(sent.verdict().name());
                assertThat(e.path("position").asLong()).isEqualTo(sent.position());
                assertThat(sent.missing()).isEmpty();
            }
        }
        List<ConsumerRecord<String, byte[]>> all = topic.evaluations();
        ConsumerRecord<String, byte[]> last = all.get(all.size() - 1);
        assertThat(EvidenceTopic.header(last, Topics.HEADER_TYPE)).isEqualTo(ScoringApplied.TYPE);
        assertThat(CanonicalJson.read(last.value(), ScoringApplied.class).position())
                .isEqualTo(ledger.size() - 1);
    }

    @Test
    void progress_isPushedAndResumed() throws Exception {
        try (Service service = service("dutyledger.scoring.streams=1")) {
            topic.send(0, ledger.size());
            int opened = ledger.size() - 1;
            awaitApplied(service, opened);
            long resumeAt;
            try (Events events = new Events(service.uri(PATH + "/progress/stream"), Service.SUPERVISOR, "")) {
                assertThat(events.response.headers().firstValue("X-Accel-Buffering"))
                        .hasValue("no");
                await().untilAsserted(() -> assertThat(events.ids()).containsExactly((long) opened));
                submit("narrative_3");
                await().untilAsserted(() -> assertThat(events.ids()).last().isEqualTo((long) ledger.size() - 1));
                assertThat(events.lastData()).contains("\"position\":" + (ledger.size() - 1));
                await().untilAsserted(() -> assertThat(events.signsOfLife()).isGreaterThan(2));
                resumeAt = ledger.size() - 1;
                HttpResponse<String> refused = service.get(PATH + "/progress/stream", Service.SUPERVISOR);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("TOO_MANY_STREAMS");
            }
            submit("narrative_4");
            submit("narrative_5");
            awaitApplied(service, ledger.size() - 1);
            // the server learns that the first client has gone when its next heartbeat fails
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                try (Events behind = resumed(service, resumeAt)) {
                    assertThat(behind.response.statusCode()).isEqualTo(200);
                    await().untilAsserted(() -> assertThat(behind.ids()).containsExactly((long) ledger.size() - 1));
                }
            });
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                try (Events upToDate = resumed(service, ledger.size() - 1)) {
                    assertThat(upToDate.response.statusCode()).isEqualTo(200);
                    await().untilAsserted(
                                    () -> assertThat(upToDate.signsOfLife()).isGreaterThan(2));
                    assertThat(upToDate.ids()).isEmpty();
                }
            });
            JsonNode progress = service.json(PATH + "/progress", Service.SUPERVISOR);
            assertThat(progress.path("groups").size()).isEqualTo(5);
            assertThat(progress.path("indicators").size()).isEqualTo(20);
            assertThat(progress.path("groups").get(0).path("submitted").asInt()).isEqualTo(2);
        }
    }

    @Test
    void eachCaller_seesItsOwn() throws Exception {
        ledger.submit(CYCLE, "education-bureau", "training_bodies_kept_nonprofit", "28")
                .submit(CYCLE, "education-bureau", "training_bodies_removed", "184")
                .submit(CYCLE, "education-bureau", "training_bodies_total", "212")
                .submit(CYCLE, "education-bureau", "training_reduction_rate", "86.7");
        topic.send(0, ledger.size());
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
            String findings =
                    service.get(PATH + "/findings", Service.SUPERVISOR).body();
            assertThat(findings)
                    .contains("17.training_reduction_rate.declared")
                    .contains("86.8")
                    .contains("86.7");
            assertThat(service.json(PATH + "/evaluations/17", Service.SUPERVISOR)
                            .path("measures")
                            .toString())
                    .contains("\"value\":\"86.8\"");
            String finance = TestTokens.token("submitter", List.of("finance-bureau"), List.of());
            JsonNode own = service.json(PATH + "/progress", finance);
            assertThat(own.path("organisations").size()).isEqualTo(1);
            assertThat(own.path("indicators").size()).isBetween(1, 10);
            assertThat(service.get(PATH + "/findings", finance).body()).doesNotContain("86.8");
            String stranger = TestTokens.token("submitter", List.of("elsewhere"), List.of());
            String neighbour = TestTokens.token("supervisor", List.of(), List.of("330603"));
            String noRole = TestTokens.token("visitor", List.of("finance-bureau"), List.of("330602"));
            List<String> addresses = service.addressesOfACycle();
            assertThat(addresses).contains("/progress", "/progress/stream", "/evaluations", "/evaluations/17");
            for (String address : addresses) {
                for (String foreign : List.of(stranger, neighbour)) {
                    HttpResponse<String> answer = service.get(PATH + address, foreign);
                    HttpResponse<String> unknown = service.get("/api/v1/cycles/none" + address, foreign);
                    assertThat(answer.statusCode()).as(address).isEqualTo(404);
                    assertThat(answer.body()).contains("CYCLE_UNKNOWN");
                    assertThat(answer.body().replace(CYCLE, "none")).isEqualTo(unknown.body());
                }
                assertThat(service.get(PATH + address, noRole).body()).contains("ROLE_MISSING");
                assertThat(service.get("/api/v1/cycles/none" + address, noRole).body())
                        .contains("ROLE_MISSING");
            }
            assertThat(service.get(PATH + "/evaluations", "").statusCode()).isEqualTo(401);
            assertThat(service.get("/api/v1/cycles/none/evaluations", Service.SUPERVISOR)
                            .body())
                    .contains("CYCLE_UNKNOWN");
            assertThat(service.get(PATH + "/evaluations/99", Service.SUPERVISOR).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anUnknownEventType_stopsTheServiceInSight() throws Exception {
        byte[] unknown = new String(ledger.bytes(1), StandardCharsets.UTF_8)
                .replace("indicator.opened.v1", "indicator.opened.v7")
                .getBytes(StandardCharsets.UTF_8);
        ledger.addRaw(unknown);
        topic.send(0, ledger.size());
        try (Service service = service()) {
            await().untilAsserted(() -> {
                assertThat(service.intake().path("status").asString()).isEqualTo("DOWN");
                assertThat(service.intake().toString()).contains("unknown event type 'indicator.opened.v7'");
            });
            assertThat(service.get("/actuator/health", "").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aRebuild_givesTheSameDocumentsAndIsFollowedFromThenOn() throws Exception {
        ledger.submitAll(CYCLE);
        topic.send(0, ledger.size());
        try (Service service = service();
                Service second = service()) {
            awaitApplied(service, ledger.size() - 1);
            awaitApplied(second, ledger.size() - 1);
            JsonNode before = service.json(PATH + "/evaluations", Service.SUPERVISOR);
            JsonNode end = rebuilt(service, "");
            assertThat(end.path("state").asString()).as(end.toString()).isEqualTo("REPLACED");
            assertThat(end.path("applied").asLong()).isEqualTo(ledger.size() - 1);
            assertThat(end.path("documents").asLong()).isGreaterThan(150);
            assertThat(end.path("differing").asLong()).isZero();
            assertThat(service.json(PATH + "/evaluations", Service.SUPERVISOR)).isEqualTo(before);
            submit("narrative_3");
            awaitApplied(service, ledger.size() - 1);
            await().untilAsserted(() -> assertThat(
                            generationInUse("state").find().first().getLong("applied"))
                    .isEqualTo(ledger.size() - 1));
            // the other process switches by itself and then shows the new generation
            change("evaluations", "json", "\"verdict\":\"[A-Z_]+\"", "\"verdict\":\"FAIL\"");
            assertThat(service.json(PATH + "/evaluations", Service.SUPERVISOR)).isNotEqualTo(before);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(second.json(PATH + "/evaluations", Service.SUPERVISOR))
                            .isEqualTo(service.json(PATH + "/evaluations", Service.SUPERVISOR)));
        }
    }

    @Test
    void aRebuildThatDiffers_isNamedAndTakesOverOnlyWhenThatIsAccepted() throws Exception {
        ledger.submitAll(CYCLE);
        topic.send(0, ledger.size());
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
            JsonNode right = service.json(PATH + "/evaluations", Service.SUPERVISOR);
            String wrong = "\"verdict\":\"" + "FAIL" + "\"";
            String id = change("evaluations", "json", "\"verdict\":\"[A-Z_]+\"", wrong);
            JsonNode refused = rebuilt(service, "");
            assertThat(refused.path("state").asString()).as(refused.toString()).isEqualTo("DIFFERS");
            assertThat(refused.path("differing").asLong()).isEqualTo(1);
            JsonNode difference = refused.path("differences").get(0);
            assertThat(difference.path("collection").asString()).isEqualTo("evaluations");
            assertThat(difference.path("id").asString()).isEqualTo(id);
            assertThat(difference.path("what").asString()).isEqualTo("CHANGED");
            assertThat(difference.path("fields").toString()).isEqualTo("[\"json\"]");
            assertThat(service.json(PATH + "/evaluations", Service.SUPERVISOR)).isNotEqualTo(right);
            int sent = topic.evaluations().size();
            assertThat(rebuilt(service, "?acceptDifferences=true").path("state").asString())
                    .isEqualTo("REPLACED");
            assertThat(service.json(PATH + "/evaluations", Service.SUPERVISOR)).isEqualTo(right);
            // who follows the topic hears what is right now: one evaluation and the watermark
            assertThat(topic.evaluations()).hasSize(sent + 2);
            awaitApplied(service, ledger.size() - 1);
        }
    }

    @Test
    void documentsThatWereChanged_areFoundWithoutARequest() throws Exception {
        ledger.submitAll(CYCLE);
        topic.send(0, ledger.size());
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
        }
        // nothing else compares what the live page shows of a cycle
        change("cycles", "progress", "\"submitted\":[0-9]+", "\"submitted\":999");
        try (Service service = service("dutyledger.scoring.first-check=1s", "dutyledger.scoring.check-every=1s")) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(service.health()).isEqualTo(503));
            // refused while the service itself compares
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(
                            rebuilt(service, "?acceptDifferences=true")
                                    .path("state")
                                    .asString())
                    .isEqualTo("REPLACED"));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(service.health()).isEqualTo(200));
            assertThat(service.json(PATH + "/progress", Service.SUPERVISOR).toString())
                    .doesNotContain("999");
        }
    }

    @Test
    void aRebuild_isForAuditorsOfAllJurisdictions() throws Exception {
        try (Service service = service()) {
            String path = "/api/v1/projections/scoring/rebuild";
            assertThat(service.post(path, "").statusCode()).isEqualTo(401);
            assertThat(service.post(path, Service.SUPERVISOR).body()).contains("ROLE_MISSING");
            String local = TestTokens.token("auditor", List.of(), List.of("330602"));
            assertThat(service.post(path, local).body()).contains("NOT_YOUR_JURISDICTION");
            assertThat(service.post("/api/v1/projections/report/rebuild", AUDITOR)
                            .body())
                    .contains("PROJECTION_UNKNOWN");
            assertThat(service.post(path + "?acceptDifferences=perhaps", AUDITOR)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.json(path, AUDITOR).path("state").asString()).isEqualTo("NONE");
        }
    }
}
