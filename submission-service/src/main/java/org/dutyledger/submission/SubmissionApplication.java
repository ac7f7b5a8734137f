package org.dutyledger.submission;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the submission service; its settings are in {@code submission-service.yml}. */
@SpringBootApplication
public class SubmissionApplication {
    /** Name of the settings file, so that several services can share one class path. */
    public static final String CONFIG_NAME = "submission-service";

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(SubmissionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", CONFIG_NAME));
        application.run(args);
    }
}
