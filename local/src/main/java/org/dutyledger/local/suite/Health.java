package org.dutyledger.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks a service how it is. */
public final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Health() {}

    /** The answer of its health address, {@code 0} when nobody listens there. */
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

    /** Waits until the service is healthy. */
    public static void await(URI service) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int last = status(service);
        while (last != 200) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("not healthy, last answer " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            last = status(service);
        }
    }
}
