package org.dutyledger.local.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the health of a service. */
public final class Health {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Health() {}

    /** The status code of its health endpoint, {@code 0} when nothing listens there. */
    public static int status(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Waits until the service is healthy, at most a minute. */
    public static void await(URI service) {
        long end = System.nanoTime() + LIMIT.toNanos();
        int last = status(service);
        while (last != 200) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("not healthy, last answer " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            last = status(service);
        }
    }

    /**
     * The unhealthy components of a service in this JVM, each with its details; empty when all are healthy. The public
     * health endpoint shows no details.
     */
    static List<String> problems(ConfigurableApplicationContext service) {
        List<String> problems = new ArrayList<>();
        HealthDescriptor whole = service.getBean(HealthEndpoint.class).health();
        Map<String, HealthDescriptor> components =
                whole instanceof CompositeHealthDescriptor composite && composite.getComponents() != null
                        ? composite.getComponents()
                        : Map.of("health", whole);
        components.forEach((name, component) -> {
            if (unwell(component.getStatus())) {
                problems.add(name + " is " + component.getStatus().getCode() + details(component));
            }
        });
        return problems;
    }

    /** A ledger that may not be signed any more is an alarm; the service still works. */
    private static boolean unwell(Status status) {
        return status.equals(Status.DOWN) || status.equals(Status.OUT_OF_SERVICE);
    }

    private static String details(HealthDescriptor component) {
        if (!(component instanceof IndicatedHealthDescriptor indicated) || indicated.getDetails() == null) {
            return "";
        }
        Map<String, Object> details = new TreeMap<>(indicated.getDetails());
        for (String name : List.of("problem", "error")) {
            if (details.get(name) != null) {
                return ": " + details.get(name);
            }
        }
        return details.isEmpty() ? "" : " " + details;
    }
}
