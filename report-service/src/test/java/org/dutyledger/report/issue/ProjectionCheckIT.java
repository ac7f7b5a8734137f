package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.service.TestMongo;
import org.dutyledger.report.view.CurrentGeneration;
import org.dutyledger.report.view.ReportProjection;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alterations of the copies are named and never printed. */
class ProjectionCheckIT {
    private final TestMongo mongo = TestMongo.inMemory();
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final EventScript script = Samples.script();
    private final CurrentGeneration copies = new CurrentGeneration(client.getDatabase("report"));
    private final ReportProjection projection = new ReportProjection(copies);
    private final ProjectionCheck check = new ProjectionCheck(projection);
    private final Composer composer = new Composer(List.of(FrameworkFile.of("sample.yaml", Samples.FRAMEWORK_FILE)));
    private final ReportFiles files = new ReportFiles(client.getDatabase("report"));
    private final ReportQueries queries = new ReportQueries(
            projection,
            check,
            composer,
            files,
            new GenuineReports(files, projection, composer),
            Duration.ofMillis(200));
    private List<IndicatorEvaluated> honest = List.of();

    @BeforeEach
    void applied() {
        copies.current().events().load(-1);
        copies.current().events().confirmed();
        copies.current().events().put(Stored.asScripted(script));
        honest = Samples.evaluations(Samples.FRAMEWORK, script);
        copies.current().evaluations().put(honest, "t");
        projection.applied(script.last());
        projection.scored(script.last());
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void scoringsEvaluations_agree() {
        check.require(Samples.report(script));
        assertThat(check.alarms()).isEmpty();
    }

    @Test
    void forgedMeasure_isNamed() {
        IndicatorEvaluated second = honest.get(1);
        Measure rate = second.measures().get(0);
        put(evaluated(
                second,
                second.position(),
                second.verdict(),
                List.of(new Measure(
                        rate.measure(), new BigDecimal("99.8"), rate.unit(), rate.declared(), rate.inputs(), null))));
        assertRefused("indicator 2: measure rate");
    }

    @Test
    void forgedVerdict_isNamed_untilTheCopiesAgreeAgain() {
        IndicatorEvaluated second = honest.get(1);
        put(evaluated(second, second.position(), Verdict.PASS, second.measures()));
        assertRefused("indicator 2: verdict");
        assertThat(check.alarms()).containsOnlyKeys(EventScript.CYCLE);
        assertThat(check.alarms().get(EventScript.CYCLE)).contains("indicator 2");
        put(second);
        check.require(Samples.report(script));
        assertThat(check.alarms()).isEmpty();
    }

    @Test
    void evaluationOfALaterPosition_isNamed() {
        IndicatorEvaluated first = honest.get(0);
        put(evaluated(first, script.last(), Verdict.FAIL, first.measures()));
        assertRefused("indicator 1: position, verdict");
    }

    @Test
    void evaluationThatIsMissing_isNamed() {
        script.corrected("leaders", "19", "人", "18");
        copies.current().events().put(Stored.asScripted(script));
        assertRefused("indicator 1: no evaluation of position " + script.last());
    }

    @Test
    void positionThatScoringPassedOver_isComputedAllTheSame() {
        script.corrected("leaders", "19", "人", "18");
        Report between = Samples.report(script);
        script.corrected("leaders", "20", "人", "19");
        copies.current().events().put(Stored.asScripted(script));
        copies.current().evaluations().put(Samples.evaluations(Samples.FRAMEWORK, script), "t");
        check.require(between);
        assertThat(check.alarms()).isEmpty();
    }

    @Test
    void draft_printsWhatIsComputed_andRaisesTheAlarm() {
        byte[] sound = queries.draftHtml(EventScript.CYCLE).bytes();
        IndicatorEvaluated second = honest.get(1);
        put(evaluated(second, second.position(), Verdict.PASS, List.of()));
        assertThat(queries.draftHtml(EventScript.CYCLE).bytes()).isEqualTo(sound);
        assertThat(check.alarms()).isEqualTo(Map.of(EventScript.CYCLE, "indicator 2: measure rate, verdict"));
    }

    private void assertRefused(String named) {
        assertThatThrownBy(() -> check.require(Samples.report(script))).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.status()).isEqualTo(409);
            assertThat(p.code()).isEqualTo("PROJECTION_DIFFERS");
            assertThat(p.getMessage()).contains(named);
        });
    }

    private void put(IndicatorEvaluated evaluated) {
        copies.current().evaluations().put(List.of(evaluated), "t");
    }

    private static IndicatorEvaluated evaluated(
            IndicatorEvaluated as, long position, Verdict verdict, List<Measure> measures) {
        return new IndicatorEvaluated(
                as.cycle(),
                as.indicator(),
                position,
                as.framework(),
                as.frameworkVersion(),
                verdict,
                as.score(),
                as.missing(),
                measures,
                as.reasons(),
                as.findings(),
                null);
    }
}
