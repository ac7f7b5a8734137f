package org.dutyledger.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.ScoringApplied;
import org.dutyledger.events.Topics;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.follow.AnotherHistoryException;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.follow.Misfits;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.service.TestMongo;
import org.dutyledger.report.view.CurrentGeneration;
import org.dutyledger.report.view.ReportProjection;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadersIT {
    private final TestMongo mongo = TestMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final MongoDatabase database = client.getDatabase("report");
    private CurrentGeneration copies = new CurrentGeneration(database);
    private final EventScript script = new EventScript(Samples.FRAMEWORK).open();
    private final List<Long> asked = new ArrayList<>();
    private final Misfits misfits = new Misfits();
    private boolean unavailable;
    private final LedgerFeed feed = (from, limit) -> {
        asked.add(from);
        if (unavailable) {
            throw new Problem(503, "LEDGER_UNAVAILABLE", "not now");
        }
        return Stored.chain(script).stream()
                .filter(e -> e.position() >= from)
                .limit(Math.min(2, limit))
                .toList();
    };
    private ReportProjection projection;
    private EvidenceReader reader;

    @BeforeEach
    void sevenEvents() {
        for (int value = 1; value <= 5; value++) {
            script.figure("leaders", Integer.toString(value), "人", Basis.REPORTED);
        }
        restart();
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void eventsInOrder_areApplied_andThePlaceIsKept() {
        reader.apply(records(0, 1, 2));
        assertThat(projection.appliedTo()).isEqualTo(2);
        assertThat(leaders()).isEqualTo("1");
        restart();
        assertThat(projection.appliedTo()).isEqualTo(2);
        assertThat(reader.offset("t")).isEqualTo(3);
        assertThat(reader.offset("another topic")).isZero();
        assertThat(asked).as("whether the last commit is the ledger's").containsOnly(2L);
    }

    @Test
    void copyThatWasNotComparedWithTheLedger_isNotServed() {
        reader.apply(records(0, 1, 2));
        unavailable = true;
        restart();
        assertThatThrownBy(this::leaders)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("PROJECTION_BEHIND"));
        unavailable = false;
        reader.look();
        assertThat(leaders()).isEqualTo("1");
        unavailable = true;
        reader.look();
        assertThat(leaders()).as("compared once").isEqualTo("1");
    }

    @Test
    void sameBatchAgain_changesNothing() {
        reader.apply(records(0, 1, 2, 3));
        reader.apply(records(0, 1, 2, 3));
        restart();
        reader.apply(records(2, 3, 3, 4));
        assertThat(projection.appliedTo()).isEqualTo(4);
        assertThat(database.getCollection("g1.events").countDocuments()).isEqualTo(5);
    }

    @Test
    void crashBeforeThePlaceIsKept_isRedone() {
        copies.current().events().put(Stored.chain(script).subList(0, 4));
        restart();
        assertThat(projection.appliedTo()).isEqualTo(-1);
        reader.apply(records(0, 1, 2, 3, 4));
        assertThat(leaders()).isEqualTo("3");
        assertThat(database.getCollection("g1.events").countDocuments()).isEqualTo(5);
    }

    @Test
    void gap_isReadFromTheLedger_pageByPage() {
        reader.apply(records(0, 6));
        assertThat(asked).containsExactly(0L, 1L, 3L, 5L, 6L);
        assertThat(projection.appliedTo()).isEqualTo(6);
        assertThat(leaders()).isEqualTo("5");
    }

    @Test
    void positionThatTheLedgerDoesNotHold_isAnAlarm() {
        ChainedEvent last = Stored.chain(script).get(6);
        ChainedEvent beyond = new ChainedEvent(20, last.previousHash(), last.commitHash(), last.commit(), last.data());
        reader.apply(List.of(Records.evidence(0, beyond)));
        assertThat(projection.appliedTo()).isEqualTo(6);
        assertThat(misfits.alarm().orElseThrow()).contains("evidence/0/0", "position 20", "ends at 6");
    }

    @Test
    void unknownEvent_isNotPassedOver() {
        script.add("cycle/x", "moon.landed.v9", Map.of("cycle", "x"));
        assertThatThrownBy(() -> reader.apply(records(0, 1, 2, 3, 4, 5, 6, 7)))
                .isInstanceOf(UnknownEventTypeException.class);
        assertThat(projection.appliedTo()).isEqualTo(-1);
    }

    @Test
    void recordWithoutAPosition_isAnAlarm_andReadFromTheLedger() {
        reader.apply(List.of(
                Records.of(Topics.EVIDENCE, 0, new byte[0], Map.of()),
                Records.of(Topics.EVIDENCE, 1, new byte[0], Map.of(Topics.HEADER_POSITION, "seven"))));
        assertThat(misfits.alarm().orElseThrow()).contains("evidence/0/0 has no position", "'seven'");
        reader.look();
        assertThat(projection.appliedTo()).isEqualTo(6);
        assertThat(misfits.alarm()).isEmpty();
    }

    @Test
    void copyOfAnotherHistory_isNotContinued() {
        reader.apply(records(0, 1, 2));
        database.getCollection("g1.events")
                .updateOne(new Document("_id", 2L), new Document("$set", new Document("hash", "00")));
        assertThatThrownBy(this::restart)
                .isInstanceOf(AnotherHistoryException.class)
                .hasMessageContaining("another history");
    }

    @Test
    void evaluations_areKeptPerPosition() {
        EvaluationReader evaluations = evaluations();
        assertThat(evaluations.offset("t")).isZero();
        evaluations.apply(List.of(evaluation(0, 2), evaluation(1, 5), mark(2, 6)));
        assertThat(projection.scoredTo()).isEqualTo(6);
        assertThat(positionOfOne(1)).isEqualTo(-1);
        assertThat(positionOfOne(4)).isEqualTo(2);
        assertThat(positionOfOne(5)).isEqualTo(5);
        evaluations.apply(List.of(evaluation(3, 2), mark(4, 3)));
        assertThat(projection.scoredTo()).isEqualTo(6);
        assertThat(positionOfOne(9)).isEqualTo(5);
        restart();
        EvaluationReader again = evaluations();
        assertThat(again.offset("t")).isEqualTo(5);
        assertThat(again.offset("another topic")).isZero();
        assertThat(projection.scoredTo()).isEqualTo(6);
    }

    @Test
    void unknownMessageOfScoring_isNotPassedOver() {
        for (ConsumerRecord<byte[], byte[]> unreadable : List.of(
                Records.of(Topics.EVALUATIONS, 4, new byte[0], Map.of(Topics.HEADER_TYPE, "other.v1")),
                Records.of(Topics.EVALUATIONS, 4, new byte[] {'{'}, Map.of(Topics.HEADER_TYPE, ScoringApplied.TYPE)),
                Records.of(Topics.EVALUATIONS, 4, null, Map.of(Topics.HEADER_TYPE, ScoringApplied.TYPE)),
                Records.of(Topics.EVALUATIONS, 4, new byte[0], Map.of()))) {
            EvaluationReader evaluations = evaluations();
            assertThatThrownBy(() -> evaluations.apply(List.of(evaluation(3, 2), unreadable, mark(5, 6))))
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("evaluations/0/4")
                    .hasMessageContaining("DUTYLEDGER_REPORT_SKIP=evaluations/0/4");
            assertThat(positionOfOne(6)).isEqualTo(-1);
        }
    }

    @Test
    void unreadableRecordThatIsNamed_isPassedOver() {
        EvaluationReader evaluations =
                new EvaluationReader(copies::refreshed, Set.of("evaluations/0/4"), projection::scored);
        evaluations.resume();
        evaluations.offset("t");
        evaluations.apply(
                List.of(evaluation(3, 2), Records.of(Topics.EVALUATIONS, 4, new byte[0], Map.of()), mark(5, 6)));
        assertThat(positionOfOne(6)).isEqualTo(2);
        assertThat(projection.scoredTo()).isEqualTo(6);
    }

    @Test
    void evaluationsOfALostTopic_areTakenOverByARebuild_ifTheTopicHasNoOthers() {
        EvaluationReader old = evaluations();
        old.offset("old");
        old.apply(List.of(evaluation(0, 2), evaluation(1, 5), mark(2, 6)));
        old.offset("new");
        old.apply(List.of(evaluation(0, 5), mark(1, 6)));
        CurrentGeneration.Copy built = copies.of(7);
        EvaluationReader again = new EvaluationReader(() -> built, Set.of(), scored -> {});
        again.resume();
        again.offset("new");
        again.apply(List.of(evaluation(0, 5), mark(1, 6)));
        assertThat(built.evaluations().keepOfLostTopics(copies.current().evaluations(), "new"))
                .isEqualTo(1);
        assertThat(database.getCollection("g7.evaluations").find().into(new ArrayList<>()))
                .containsExactlyInAnyOrderElementsOf(
                        database.getCollection("g1.evaluations").find().into(new ArrayList<>()));
    }

    private void restart() {
        copies = new CurrentGeneration(database);
        projection = new ReportProjection(copies);
        reader = new EvidenceReader(copies::refreshed, feed, misfits, projection::applied);
        reader.resume();
        reader.offset("t");
    }

    private EvaluationReader evaluations() {
        EvaluationReader evaluations = new EvaluationReader(copies::refreshed, Set.of(), projection::scored);
        evaluations.resume();
        evaluations.offset("t");
        return evaluations;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(int... positions) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int position : positions) {
            records.add(Records.evidence(position, Stored.chain(script).get(position)));
        }
        return records;
    }

    private String leaders() {
        return projection
                .state(EventScript.CYCLE, projection.appliedTo())
                .standing("leaders")
                .orElseThrow()
                .number()
                .value()
                .toPlainString();
    }

    private long positionOfOne(long asOf) {
        IndicatorEvaluated one = projection.evaluations(EventScript.CYCLE, asOf).get("1");
        return one == null ? -1 : one.position();
    }

    private static ConsumerRecord<byte[], byte[]> evaluation(long offset, long position) {
        IndicatorEvaluated one =
                Samples.evaluations(Samples.FRAMEWORK, Samples.script()).get(0);
        IndicatorEvaluated then = new IndicatorEvaluated(
                one.cycle(),
                one.indicator(),
                position,
                one.framework(),
                one.frameworkVersion(),
                one.verdict(),
                one.score(),
                one.missing(),
                one.measures(),
                one.reasons(),
                one.findings(),
                null);
        byte[] value = CanonicalJson.bytes(then);
        return Records.of(Topics.EVALUATIONS, offset, value, Map.of(Topics.HEADER_TYPE, IndicatorEvaluated.TYPE));
    }

    private static ConsumerRecord<byte[], byte[]> mark(long offset, long position) {
        byte[] value = CanonicalJson.bytes(new ScoringApplied(position));
        return Records.of(Topics.EVALUATIONS, offset, value, Map.of(Topics.HEADER_TYPE, ScoringApplied.TYPE));
    }
}
