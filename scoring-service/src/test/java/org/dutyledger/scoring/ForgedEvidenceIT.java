package org.dutyledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.ChainedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is written to the topics by others than the ledger's publisher, and what is lost from them. */
class ForgedEvidenceIT extends RunningScoring {
    private static final String ITEM = "district_leaders_linked_schools";

    @Override
    Backends.Mongo mongo() {
        return Backends.any();
    }

    @BeforeEach
    void oneFigure() {
        ledger.submit(CYCLE, "education-bureau", ITEM, "18");
        topic.send(0, ledger.size());
    }

    @Test
    void copyOfTheLastRecordUnderTheNextPosition_isNotUsed_andAlarmsUntilTheGenuineEvent() throws Exception {
        ChainedEvent last = last();
        try (Service service = service()) {
            awaitApplied(service, last.position());
            JsonNode shown = service.json(PATH + "/evaluations", Service.SUPERVISOR);
            topic.forge(new ChainedEvent(
                    ledger.size(), last.previousHash(), last.commitHash(), last.commit(), altered(last)));
            awaitAlarm(service, "evidence/0/" + ledger.size());
            assertThat(service.get("/actuator/health", "").statusCode())
                    .as("scoring continues")
                    .isEqualTo(200);
            assertThat(service.json(PATH + "/evaluations", Service.SUPERVISOR)).isEqualTo(shown);
            assertThat(value()).isEqualTo("18");
            submit("narrative_3");
            awaitNoAlarm(service);
            assertThat(value()).isEqualTo("18");
            assertThat(rebuilt(service, "").path("state").asString()).isEqualTo("REPLACED");
        }
    }

    @Test
    void forgedCommitWithARightHash_thenTheGenuine_leavesTheGenuine() throws Exception {
        ChainedEvent last = last();
        try (Service service = service()) {
            awaitApplied(service, last.position());
            topic.forge(TestLedger.commitOf(ledger.size(), ledger.head(), List.of(altered(last)))
                    .get(0));
            awaitAlarm(service, "the ledger ends at " + last.position());
            assertThat(value()).isEqualTo("18");
            ledger.submit(CYCLE, "education-bureau", ITEM, "19");
            topic.send(ledger.size() - 1, ledger.size());
            awaitNoAlarm(service);
            assertThat(value()).isEqualTo("19");
        }
    }

    @Test
    void alteredHeadersAndSwappedRecords_areReplacedFromTheLedger() throws Exception {
        ledger.together(l -> l.submit(CYCLE, "education-bureau", "narrative_3", "文字")
                .submit(CYCLE, "education-bureau", "narrative_4", "文字"));
        ledger.submit(CYCLE, "education-bureau", ITEM, "20");
        List<ChainedEvent> more = ledger.chained(ledger.size() - 3L, 3);
        try (Service service = service()) {
            topic.forge(more.get(1));
            topic.forge(more.get(0));
            ChainedEvent figure = more.get(2);
            topic.forge(new ChainedEvent(
                    figure.position(),
                    figure.previousHash(),
                    more.get(0).commitHash(),
                    figure.commit(),
                    figure.data()));
            awaitApplied(service, ledger.size() - 1);
            assertThat(value()).isEqualTo("20");
            await().untilAsserted(() -> assertThat(service.intake()
                            .path("details")
                            .path("recentMisfits")
                            .asString())
                    .contains("is not the ledger's event at position " + figure.position()));
        }
    }

    @Test
    void unreadableRecord_isNamed_andScoringContinues() throws Exception {
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
            topic.garbage(Topics.EVIDENCE);
            awaitAlarm(service, "evidence/0/" + ledger.size() + " has no position");
            submit("narrative_3");
            awaitNoAlarm(service);
        }
    }

    @Test
    void ledgerOfAnotherHistory_isNotFollowed_untilARebuild() throws Exception {
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
        }
        TestLedger other = new TestLedger(FRAMEWORK).open(CYCLE);
        other.submit(CYCLE, "education-bureau", ITEM, "17").submit(CYCLE, "education-bureau", "narrative_3", "文字");
        try (Service service = Service.start(mongo.uri(), broker.address, directory, other)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(service.intake().path("status").asString()).isEqualTo("DOWN");
                assertThat(service.intake().toString()).contains("another history", "rebuild");
            });
            assertThat(value()).isEqualTo("18");
            assertThat(rebuilt(service, "?acceptDifferences=true").path("state").asString())
                    .isEqualTo("REPLACED");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            service.intake().path("status").asString())
                    .isEqualTo("UP"));
            assertThat(value()).isEqualTo("17");
        }
    }

    @Test
    void lostTopic_isFilledAgainAtTheNextStart() throws Exception {
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
        }
        Map<String, ?> before = latest();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address))) {
            admin.deleteTopics(List.of(Topics.EVALUATIONS)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(Topics.EVALUATIONS));
        }
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(watermarks()).containsExactly(ledger.size() - 1L));
            assertThat(latest()).isEqualTo(before);
        }
        int sent = topic.evaluations().size();
        try (Service service = service()) {
            submit("narrative_3");
            awaitApplied(service, ledger.size() - 1);
            assertThat(watermarks())
                    .as("nothing is sent twice")
                    .containsExactly(ledger.size() - 2L, ledger.size() - 1L);
            assertThat(topic.evaluations()).hasSizeLessThan(sent + 5);
        }
    }

    @Test
    void evaluationChangedInTheDatabase_turnsHealthDown_untilItIsAsStored() throws Exception {
        try (Service service = service()) {
            awaitApplied(service, ledger.size() - 1);
            String changed = change("evaluations", "verdict", "^.*$", "PASS");
            String indicator = changed.substring(changed.indexOf('|') + 1);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(service.intake().path("status").asString()).isEqualTo("DOWN");
                assertThat(service.intake().path("details").path("altered").toString())
                        .contains(CYCLE, "indicators " + indicator);
            });
            assertThat(rebuilt(service, "?acceptDifferences=true").path("state").asString())
                    .isEqualTo("REPLACED");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            service.intake().path("status").asString())
                    .isEqualTo("UP"));
        }
    }

    private List<Long> watermarks() {
        return topic.evaluations().stream()
                .filter(r -> r.key() == null)
                .map(r -> CanonicalJson.read(r.value(), ScoringApplied.class).position())
                .toList();
    }

    private ChainedEvent last() {
        return ledger.chained(ledger.size() - 1L, 1).get(0);
    }

    private static byte[] altered(ChainedEvent event) {
        String text = new String(event.data(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"18\"");
        return text.replace("\"18\"", "\"99.99\"").getBytes(StandardCharsets.UTF_8);
    }

    private String value() {
        return generationInUse("items")
                .find(new org.bson.Document("_id", CYCLE + "|" + ITEM + "|education-bureau"))
                .first()
                .getString("value");
    }

    private static void awaitAlarm(Service service, String names) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(service.intake().path("status").asString()).isEqualTo("EVIDENCE_ALARM");
            assertThat(service.intake().path("details").path("alarm").asString())
                    .contains(names);
        });
    }

    private void awaitNoAlarm(Service service) {
        awaitApplied(service, ledger.size() - 1);
        await().untilAsserted(() ->
                assertThat(service.intake().path("status").asString()).isEqualTo("UP"));
        await().untilAsserted(() -> assertThat(
                        service.intake().path("details").path("misfits").asInt())
                .isPositive());
    }
}
