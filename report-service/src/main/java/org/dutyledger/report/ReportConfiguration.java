package org.dutyledger.report;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.kit.ServiceToken;
import org.dutyledger.report.issue.Composer;
import org.dutyledger.report.issue.GenuineReports;
import org.dutyledger.report.issue.HttpIssueRecorder;
import org.dutyledger.report.issue.IssueRecorder;
import org.dutyledger.report.issue.LedgerReplay;
import org.dutyledger.report.issue.ProjectionCheck;
import org.dutyledger.report.issue.ReportFiles;
import org.dutyledger.report.issue.ReportIssuer;
import org.dutyledger.report.issue.ReportQueries;
import org.dutyledger.report.proof.LedgerProofs;
import org.dutyledger.report.proof.ProofBundles;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.CurrentGeneration;
import org.dutyledger.report.view.HttpAuditFeed;
import org.dutyledger.report.view.ReportProjection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Wires the parts of the report service. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    private final Duration timeout;

    ReportConfiguration(@Value("${dutyledger.report.patience}") Duration timeout) {
        this.timeout = timeout;
    }

    @Bean
    MongoDatabase reportDatabase(MongoClient mongo, @Value("${dutyledger.report.database}") String database) {
        return mongo.getDatabase(database);
    }

    @Bean
    CurrentGeneration copies(MongoDatabase database) {
        return new CurrentGeneration(database);
    }

    @Bean
    ReportProjection projection(CurrentGeneration copies) {
        return new ReportProjection(copies);
    }

    /** The JDK's own client: closing one service of several in a JVM must not close the connections of the others. */
    @Bean
    HttpClient httpClient() {
        return HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    @Bean
    RestClient submissionService(HttpClient http, @Value("${dutyledger.report.submission-url}") String url) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(READ);
        return RestClient.builder().baseUrl(url).requestFactory(requests).build();
    }

    @Bean
    HttpAuditFeed auditFeed(RestClient submissionService, ServiceToken token) {
        return new HttpAuditFeed(submissionService, token);
    }

    @Bean
    IssueRecorder issueRecorder(RestClient submissionService, ServiceToken token) {
        return new HttpIssueRecorder(submissionService, token);
    }

    @Bean
    ProjectionCheck projectionCheck(ReportProjection projection) {
        return new ProjectionCheck(projection);
    }

    /** Down from a report that differs from the copies until a later one does not. */
    @Bean
    HealthIndicator projectionHealthIndicator(ProjectionCheck check) {
        return () -> {
            Map<String, String> alarms = check.alarms();
            return alarms.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetails(alarms).build();
        };
    }

    @Bean
    Composer composer(@Value("${dutyledger.report.frameworks}") List<String> frameworks) {
        return new Composer(FrameworkFiles.named(frameworks));
    }

    @Bean
    ReportFiles reportFiles(MongoDatabase database) {
        return new ReportFiles(database);
    }

    @Bean
    LedgerReplay ledgerReplay(AuditFeed feed, Composer composer) {
        return new LedgerReplay(feed, composer);
    }

    @Bean
    ReportIssuer reportIssuer(
            LedgerReplay replay,
            ProjectionCheck check,
            ReportProjection projection,
            ReportFiles files,
            IssueRecorder recorder) {
        return new ReportIssuer(replay, check, projection, files, recorder, timeout);
    }

    @Bean
    ProofBundles proofBundles(
            ReportQueries queries,
            ReportFiles files,
            LedgerReplay replay,
            HttpClient http,
            @Value("${dutyledger.report.submission-url}") String url) {
        return new ProofBundles(queries, files, replay, new LedgerProofs(http, url));
    }

    @Bean
    GenuineReports genuineReports(ReportFiles files, ReportProjection projection, Composer composer) {
        return new GenuineReports(files, projection, composer);
    }

    @Bean
    ReportQueries reportQueries(
            ReportProjection projection,
            ProjectionCheck check,
            Composer composer,
            ReportFiles files,
            GenuineReports genuine) {
        return new ReportQueries(projection, check, composer, files, genuine, timeout);
    }
}
