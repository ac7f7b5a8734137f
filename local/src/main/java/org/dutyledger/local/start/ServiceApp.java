package org.dutyledger.local.start;

import org.dutyledger.gateway.GatewayApplication;
import org.dutyledger.report.ReportApplication;
import org.dutyledger.scoring.ScoringApplication;
import org.dutyledger.submission.SubmissionApplication;

/** The four services, in the order of the flow of a submission. */
public enum ServiceApp {
    SUBMISSION("submission-service", SubmissionApplication.class),
    SCORING("scoring-service", ScoringApplication.class),
    REPORT("report-service", ReportApplication.class),
    GATEWAY("gateway", GatewayApplication.class);

    private final String id;
    private final Class<?> application;

    ServiceApp(String id, Class<?> application) {
        this.id = id;
        this.application = application;
    }

    /** Name of the module, of its configuration file and of its service in {@code docker-compose.yml}. */
    public String id() {
        return id;
    }

    /** The Boot application. */
    public Class<?> application() {
        return application;
    }
}
