package org.dutyledger.local.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dutyledger.local.machine.BackendException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Contexts with a health and nothing else in the place of the services. */
class ServiceStartsTest {
    /** Reports at each look; only the test lets time pass. */
    private static final ServiceStarts.Limits LIMITS =
            new ServiceStarts.Limits(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(2));

    private final AtomicLong nanos = new AtomicLong(7);
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final List<ConfigurableApplicationContext> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void allHealthy_isReady() {
        new ServiceStarts(service -> context(() -> up()), reports::add, LIMITS, nanos::get).run();
        assertThat(opened).hasSize(4);
    }

    @Test
    void aServiceThatFails_endsTheStart_withItsOwnReason() {
        Function<ServiceApp, ConfigurableApplicationContext> start = service -> {
            if (service == ServiceApp.SUBMISSION) {
                throw new BeanCreationException(
                        "ledgerHealthIndicator",
                        "Unsatisfied dependency",
                        new IllegalStateException("a restore into the database 'ledger' was not finished"));
            }
            return new CompletableFuture<ConfigurableApplicationContext>().join(); // the others never end
        };
        assertThatThrownBy(() -> new ServiceStarts(start, reports::add, LIMITS, nanos::get).run())
                .isInstanceOf(BackendException.class)
                .hasMessage("submission-service does not start: a restore into the database 'ledger' was not finished");
    }

    @Test
    void awaitedService_isReported_andNamedAtTheLimit() {
        Function<ServiceApp, ConfigurableApplicationContext> start = service -> switch (service) {
            case REPORT ->
                context(() -> org.springframework.boot.health.contributor.Health.down()
                        .withDetail("problem", "topic evaluations: offset 7 cannot be read")
                        .build());
            case GATEWAY -> new CompletableFuture<ConfigurableApplicationContext>().join();
            default -> context(() -> up());
        };
        String waiting =
                "report-service: intake is DOWN: topic evaluations: offset 7 cannot be read; gateway is starting";
        Consumer<String> console = line -> {
            if (line.equals("Waiting (0 s of at most 120): " + waiting)) {
                nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            }
        };
        assertThatThrownBy(() -> new ServiceStarts(start, console, LIMITS, nanos::get).run())
                .isInstanceOf(BackendException.class)
                .hasMessage("the suite is not ready after 120 s: " + waiting);
    }

    @Test
    void aServiceThatBecomesHealthy_isWaitedFor() throws Exception {
        AtomicReference<org.springframework.boot.health.contributor.Health> health = new AtomicReference<>(
                org.springframework.boot.health.contributor.Health.down().build());
        CompletableFuture<Void> ready = CompletableFuture.runAsync(
                () -> new ServiceStarts(service -> context(health::get), reports::add, LIMITS, nanos::get).run());
        String line = reports.poll(60, TimeUnit.SECONDS);
        while (line != null && !line.contains("gateway: intake is DOWN")) {
            line = reports.poll(60, TimeUnit.SECONDS);
        }
        assertThat(line).isNotNull();
        health.set(up());
        ready.get(60, TimeUnit.SECONDS);
    }

    private static org.springframework.boot.health.contributor.Health up() {
        return org.springframework.boot.health.contributor.Health.up().build();
    }

    private ConfigurableApplicationContext context(HealthIndicator intake) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(HealthOnly.class)
                .properties("spring.config.name=none", "spring.main.banner-mode=off")
                .initializers(c -> c.getBeanFactory().registerSingleton("intakeHealthIndicator", intake))
                .run("--spring.main.web-application-type=none");
        opened.add(context);
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class})
    static class HealthOnly {}
}
