package org.dutyledger.report.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What others write to the topics, and what is lost from them. */
class ForgedTopicsIT extends RunningReportService {
    @Override
    TestMongo mongo() {
        return TestMongo.any();
    }

    @Test
    void copyOfTheLastRecordUnderTheNextPosition_isNotUsed_andAlarmsUntilTheGenuineEvent() throws Exception {
        script.figure("district_leaders_linked_schools", "18", "位", Basis.REPORTED);
        start();
        publish(0, script.last());
        json(post(INCOMPLETE), 201);
        ChainedEvent last = last();
        byte[] altered = new String(last.data(), StandardCharsets.UTF_8)
                .replace("\"18\"", "\"99.99\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(altered).isNotEqualTo(last.data());
        kafka.evidence(
                new ChainedEvent(last.position() + 1, last.previousHash(), last.commitHash(), last.commit(), altered));
        awaitIntake("EVIDENCE_ALARM", "evidence/0/" + (last.position() + 1));
        assertThat(get("/actuator/health", office()).statusCode()).isEqualTo(200);
        assertThat(draft()).doesNotContain("99.99");
        // and one whose hashes are right
        kafka.evidence(Stored.next(last.position() + 1, last.commitHash(), altered));
        awaitIntake("EVIDENCE_ALARM", "the ledger ends at " + last.position());
        assertThat(draft()).doesNotContain("99.99");
        script.corrected("district_leaders_linked_schools", "19", "位", "18");
        publish(script.last(), script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        awaitIntake("UP", "evidence/0/" + (last.position() + 1));
        assertThat(json(post(INCOMPLETE), 201).get("upToPosition").asLong()).isEqualTo(script.last());
        assertThat(draft()).contains("19位");
    }

    @Test
    void unreadableEvaluation_isNamed_withTheWayOn() throws Exception {
        start();
        publish(0, script.last());
        json(post(INCOMPLETE), 201);
        int offset = Samples.evaluations(FRAMEWORK, script).size() + 1;
        String place = "evaluations/0/" + offset;
        kafka.scoring("nonsense", "garbage".getBytes(StandardCharsets.UTF_8));
        awaitIntake("DOWN", place);
        awaitIntake("DOWN", "DUTYLEDGER_REPORT_SKIP=" + place);
        // up to where the copy in use has read the topic
        assertThat(rebuilt().path("state").asString()).isEqualTo("REPLACED");
        service.close();
        start();
        awaitIntake("DOWN", place);
        service.close();
        start("--dutyledger.report.skip=" + place);
        script.corrected("district_leaders_linked_schools", "19", "位", "18");
        publish(script.last(), script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        awaitIntake("UP", "");
        assertThat(json(post(INCOMPLETE), 201).get("upToPosition").asLong()).isEqualTo(script.last());
        assertThat(rebuilt().path("state").asString()).isEqualTo("REPLACED");
    }

    @Test
    void topicThatWasLostAndFilledAgain_isReadFromItsBeginning() throws Exception {
        start();
        publish(0, script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        String model = json(post(INCOMPLETE), 201).get("modelSha256").asString();
        service.close();
        kafka.freshTopics();
        kafka.delete("evaluations");
        start("--dutyledger.report.patience=300ms");
        awaitIntake("DOWN", "there is no topic evaluations");
        assertThat(json(post(INCOMPLETE), 201).get("modelSha256").asString())
                .as("applied positions are known without the topic")
                .isEqualTo(model);
        assertThat(rebuilt().path("problem").asString()).contains("TOPIC_MISSING");
        kafka.create("evaluations");
        // as many records as were read of the lost topic, so that the old offset would be inside the new one
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        script.corrected("district_leaders_linked_schools", "19", "位", "18");
        publish(script.last(), script.last());
        kafka.evaluated(Samples.evaluations(FRAMEWORK, script), script.last());
        awaitIntake("UP", "");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        json(post(INCOMPLETE), 201).get("upToPosition").asLong())
                .isEqualTo(script.last()));
        JsonNode rebuilt = rebuilt();
        assertThat(rebuilt.path("state").asString()).as(rebuilt.toString()).isEqualTo("REPLACED");
        json(post(INCOMPLETE), 201);
    }

    @Test
    void ledgerOfAnotherHistory_isNotFollowed_untilARebuild() throws Exception {
        start();
        publish(0, script.last());
        json(post(INCOMPLETE), 201);
        service.close();
        EventScript other = new EventScript(FRAMEWORK)
                .open()
                .figure("district_leaders_linked_schools", "17", "位", Basis.REPORTED)
                .narrative("narrative_1", "{{district_leaders_linked_schools}}位区领导联系学校。");
        ledger.events.clear();
        ledger.events.addAll(Stored.chain(other));
        start();
        awaitIntake("DOWN", "another history");
        awaitIntake("DOWN", "rebuild");
    }

    private ChainedEvent last() {
        return Stored.chain(script).get((int) script.last());
    }

    private String draft() throws Exception {
        return new String(get(REPORTS + "/draft.html", office()).body(), StandardCharsets.UTF_8);
    }

    private void awaitIntake(String status, String names) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode intake = JSON.readTree(get("/actuator/health", office()).body())
                    .path("components")
                    .path("intake");
            assertThat(intake.path("status").asString()).as(intake.toString()).isEqualTo(status);
            assertThat(intake.toString()).contains(names);
        });
    }

    private JsonNode rebuilt() throws Exception {
        String path = "/api/v1/projections/report/rebuild";
        String auditor = tokens.of("auditor", "*");
        json(
                http.send(
                        request(path + "?acceptDifferences=false", auditor)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofByteArray()),
                202);
        return await().atMost(Duration.ofSeconds(60)).until(() -> json(get(path, auditor), 200), s -> !s.path("state")
                .asString()
                .equals("RUNNING"));
    }
}
