package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.report.service.TestMongo;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.CurrentGeneration;
import org.dutyledger.report.view.ReportProjection;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An issuer on the small sample ledger, with its copies and files in an embedded store. */
abstract class Issuing {
    static final String CYCLE = EventScript.CYCLE;
    static final Duration TIMEOUT = Duration.ofMillis(200);
    final TestMongo mongo = TestMongo.inMemory();
    final MongoClient client = MongoClients.create(mongo.uri());
    final MongoDatabase database = client.getDatabase("report");
    final EventScript script = Samples.script();
    final CurrentGeneration copies = new CurrentGeneration(database);
    final ReportProjection projection = new ReportProjection(copies);
    final Composer composer = new Composer(List.of(FrameworkFile.of("sample.yaml", Samples.FRAMEWORK_FILE)));
    final ProjectionCheck check = new ProjectionCheck(projection);
    final ReportFiles files = new ReportFiles(database);
    final List<IssueRecorder.Issue> recorded = new ArrayList<>();
    String form = ReportComputation.FORM;
    final AuditFeed feed = (from, limit) -> new AuditFeed.Page(
            Stored.of(script).stream()
                    .filter(e -> e.position() >= from)
                    .limit(Math.min(4, limit))
                    .toList(),
            Stored.of(script).size());
    final LedgerReplay replay = new LedgerReplay(feed, composer);
    final GenuineReports genuine = new GenuineReports(files, projection, composer);
    final ReportQueries queries = new ReportQueries(projection, check, composer, files, genuine, TIMEOUT);
    final ReportIssuer issuer = new ReportIssuer(replay, check, projection, files, this::record, TIMEOUT);

    @BeforeEach
    void applied() {
        copies.current().events().load(-1);
        copies.current().events().confirmed();
        apply();
        copies.current().evaluations().put(Samples.evaluations(Samples.FRAMEWORK, script), "t");
        projection.scored(script.last());
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    /** Issues a report, complete or not. */
    IssuedReport issue(Long upTo) {
        return issuer.issue(CYCLE, jurisdiction -> {}, upTo, true, "Bearer x");
    }

    long record(IssueRecorder.Issue issue, String bearer) {
        assertThat(bearer).isEqualTo("Bearer x");
        recorded.add(issue);
        script.add(
                "cycle/" + CYCLE,
                new ReportIssuedV3(
                        issue.cycle(),
                        issue.report(),
                        issue.upToPosition(),
                        "ab".repeat(32),
                        form,
                        issue.modelSha256(),
                        issue.files()));
        apply();
        return script.last();
    }

    void apply(EventScript more) {
        assertThat(more).isSameAs(script);
        apply();
        projection.scored(script.last());
    }

    void apply() {
        List<ChainedEvent> fresh = Stored.chain(script)
                .subList((int) projection.appliedTo() + 1, Stored.of(script).size());
        copies.current().events().put(fresh);
        projection.applied(script.last());
    }
}
