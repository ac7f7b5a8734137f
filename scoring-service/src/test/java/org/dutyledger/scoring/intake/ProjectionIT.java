package org.dutyledger.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.Framework;
import org.dutyledger.scoring.TestLedger;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crash before any of the writes of a batch loses nothing and changes nothing, on the embedded MongoDB. */
class ProjectionIT {
    private static final Framework FRAMEWORK = Frameworks.training();
    private static final KnownFrameworks FRAMEWORKS = new KnownFrameworks(List.of(FRAMEWORK));
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Map<String, String> topic = new TreeMap<>();
    private final List<Long> watermarks = new ArrayList<>();
    private MongoClient client;
    private TestLedger ledger;

    @BeforeEach
    void start() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        ledger = new TestLedger(FRAMEWORK)
                .open("c")
                .submit("c", "bureau", "kept", "28")
                .submit("c", "bureau", "removed", "184")
                .submit("c", "bureau", "training_reduction_rate", "86.7")
                .open("d")
                .submit("d", "bureau", "fair_admission", "符合")
                .submit("d", "school", "n18", "文字")
                .withdraw("c", "bureau", "kept")
                .submit("c", "school", "kept", "30");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aCrashBeforeAnyWrite_isHarmless() {
        Map<String, String> expected = undisturbed("undisturbed");
        for (int healthy = 0; healthy < 12; healthy++) {
            topic.clear();
            String database = "crash" + healthy;
            crashThenFinish(database, FailingMongo.after(healthy, client), this::publish);
            assertThat(topic).as("crash after %s writes", healthy).isEqualTo(expected);
            assertThat(stored(database)).as("crash after %s writes", healthy).isEqualTo(expected);
        }
    }

    @Test
    void aCrashBeforeOrAfterSending_isHarmless() {
        Map<String, String> expected = undisturbed("undisturbed");
        topic.clear();
        crashThenFinish("before", client, (evaluations, applied) -> {
            throw new FailingMongo.CrashException();
        });
        assertThat(topic).isEqualTo(expected);
        topic.clear();
        crashThenFinish("after", client, (evaluations, applied) -> {
            publish(evaluations, applied);
            throw new FailingMongo.CrashException();
        });
        assertThat(topic).isEqualTo(expected);
        assertThat(stored("after")).isEqualTo(expected);
    }

    @Test
    void onlyChangedEvaluations_areSent() {
        Projection projection = projection("changes", client, this::publish);
        projection.restart();
        projection.apply(ledger.read(0, 9), "h");
        assertThat(topic.keySet()).containsExactly("c/17", "c/18");
        topic.clear();
        projection.apply(ledger.read(9, 8), "h");
        assertThat(topic.keySet()).containsExactly("d/17", "d/18");
        topic.clear();
        projection.apply(ledger.read(17, 1), "h");
        assertThat(topic.keySet()).containsExactly("c/17");
        assertThat(watermarks).containsExactly(8L, 16L, 17L);
    }

    @Test
    void cycleOfAnUnknownFramework_isPassedOver_whenAlterationsAreLookedFor() {
        undisturbed("known");
        Projection elsewhere = new Projection(
                () -> new ScoringStores(client.getDatabase("known")).current(),
                new KnownFrameworks(List.of()),
                this::publish,
                new ProgressHub());
        elsewhere.restart();
        elsewhere.lookForAlterations();
        elsewhere.lookForAlterations();
        assertThat(elsewhere.altered()).isEmpty();
    }

    @Test
    void aFailedBatch_isRepeatedByTheSameProjection() {
        Map<String, String> expected = undisturbed("undisturbed");
        topic.clear();
        int[] failures = {2};
        Projection projection = projection("same", client, (evaluations, applied) -> {
            if (failures[0]-- > 0) {
                throw new FailingMongo.CrashException();
            }
            publish(evaluations, applied);
        });
        for (int attempt = 0; attempt < 2; attempt++) {
            projection.restart();
            assertThatThrownBy(() -> projection.apply(ledger.read(0, 10), "h"))
                    .isInstanceOf(FailingMongo.CrashException.class);
        }
        finish(projection, 4);
        assertThat(topic).isEqualTo(expected);
    }

    @Test
    void cycleWhoseFrameworkIsNotInstalled_isKept_andEvaluatedOnceItIs() {
        Map<String, String> expected = undisturbed("undisturbed");
        topic.clear();
        Framework other = new Frameworks().indicator("17", 1).build();
        Framework changed = new Framework(
                other.id(),
                other.version(),
                "t",
                2021,
                "cd".repeat(32),
                Map.of(),
                other.grading(),
                List.of(),
                List.of());
        Projection without = new Projection(
                stores(client, "sha")::refreshed,
                new KnownFrameworks(List.of(changed)),
                this::publish,
                new ProgressHub());
        without.restart();
        finish(without, 4);
        assertThat(topic)
                .as("another content under the same name is not taken for it")
                .isEmpty();
        assertThat(without.notEvaluated()).containsOnlyKeys("c", "d");
        assertThat(without.notEvaluated().get("c"))
                .isEqualTo("cycle 'c' was opened with framework test version 1 (sha256 " + FRAMEWORK.sha256()
                        + "), which is not installed here");
        watermarks.clear();
        Projection with = projection("sha", client, this::publish);
        with.restart();
        assertThat(with.notEvaluated()).isEmpty();
        assertThat(topic).isEqualTo(expected);
        assertThat(watermarks).containsExactly(with.applied());
        with.restart();
        assertThat(watermarks).as("evaluated once").hasSize(1);
    }

    @Test
    void aGap_isNeverApplied() {
        Projection projection = projection("gap", client, this::publish);
        projection.restart();
        assertThatThrownBy(() -> projection.apply(ledger.read(1, 1), "h")).hasMessageContaining("position 1 after -1");
    }

    private Map<String, String> undisturbed(String database) {
        finish(projection(database, client, this::publish), 1000);
        return new TreeMap<>(topic);
    }

    private void crashThenFinish(String database, MongoClient failing, EvaluationPublisher publisher) {
        Projection first = projection(database, failing, publisher);
        try {
            finish(first, 7);
        } catch (FailingMongo.CrashException e) {
            // the process is gone; what follows is the next one
        }
        finish(projection(database, client, this::publish), 3);
    }

    private void finish(Projection projection, int batch) {
        long applied = projection.restart();
        while (applied < ledger.size() - 1) {
            List<RecordedEvent> events = ledger.read(applied + 1, batch);
            projection.apply(events, "h");
            applied = projection.applied();
        }
    }

    private Projection projection(String database, MongoClient mongo, EvaluationPublisher publisher) {
        return new Projection(stores(mongo, database)::refreshed, FRAMEWORKS, publisher, new ProgressHub());
    }

    private static ScoringStores stores(MongoClient mongo, String database) {
        return new ScoringStores(mongo.getDatabase(database));
    }

    private void publish(List<IndicatorEvaluated> evaluations, long applied) {
        evaluations.forEach(e -> topic.put(e.cycle() + "/" + e.indicator(), CanonicalJson.text(e)));
        watermarks.add(applied);
    }

    private Map<String, String> stored(String database) {
        Map<String, String> found = new TreeMap<>();
        for (String cycle : List.of("c", "d")) {
            stores(client, database)
                    .current()
                    .evaluations(cycle)
                    .values()
                    .forEach(e -> found.put(cycle + "/" + e.indicator(), CanonicalJson.text(e)));
        }
        return found;
    }
}
