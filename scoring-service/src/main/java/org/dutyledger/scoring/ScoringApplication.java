package org.dutyledger.scoring;

import com.mongodb.client.MongoClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.progress.ProgressStreams;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Starts the scoring service; {@code scoring-service.yml} lists its settings. */
@SpringBootApplication
public class ScoringApplication {
    /** Defaults that make this service find its own configuration file, also beside other services in one JVM. */
    public static final Map<String, Object> DEFAULTS = Map.of("spring.config.name", "scoring-service");

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ScoringApplication.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(args);
    }

    @Bean
    KnownFrameworks knownFrameworks(@Value("${dutyledger.scoring.frameworks}") List<String> names) {
        return new KnownFrameworks(FrameworkFiles.named(names).stream()
                .map(FrameworkFile::framework)
                .toList());
    }

    @Bean
    ScoringStores scoringStores(MongoClient client, @Value("${dutyledger.scoring.database}") String database) {
        return new ScoringStores(client.getDatabase(database));
    }

    @Bean
    ProgressHub progressHub() {
        return new ProgressHub();
    }

    @Bean
    ProgressStreams progressStreams(
            ProgressHub hub,
            @Value("${dutyledger.scoring.streams}") int limit,
            @Value("${dutyledger.scoring.heartbeat}") Duration heartbeat) {
        return new ProgressStreams(hub, limit, heartbeat);
    }

    /** A request must fail soon when MongoDB is unavailable; the driver would wait 30 s. */
    @Bean
    MongoClientSettingsBuilderCustomizer impatientMongo() {
        return settings -> settings.applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS));
    }

    /** Decimals leave this service as text, exact and with their last zeros. */
    @Bean
    JacksonModule exactDecimals() {
        return new SimpleModule("exact-decimals").addSerializer(BigDecimal.class, new PlainDecimals());
    }
}
