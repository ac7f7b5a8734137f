package org.dutyledger.report;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the report service; its settings are in {@code report-service.yml}. */
@SpringBootApplication
public class ReportApplication {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ReportApplication.class);
        // not application.yml: several services may share a class path
        application.setDefaultProperties(Map.of("spring.config.name", "report-service"));
        application.run(args);
    }
}
