package org.dutyledger.local.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.dutyledger.local.machine.BackendException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the services side by side: on two cores a quarter faster than one by one. Reports what it waits for, and ends
 * when all are healthy, at the first one that fails, or at a limit.
 */
public final class ServiceStarts {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Function<ServiceApp, ConfigurableApplicationContext> start;
    private final Consumer<String> out;
    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<ServiceApp, CompletableFuture<ConfigurableApplicationContext>> starts =
            new EnumMap<>(ServiceApp.class);

    /**
     * When to report what is waited for, and when to give up.
     *
     * @param first of the first word
     * @param every of each further one
     * @param most for all services to become healthy
     */
    public record Limits(Duration first, Duration every, Duration most) {
        /** A machine under load needs half a minute. */
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(180));
    }

    /**
     * Starts nothing yet.
     *
     * @param start starts a service and returns when its context is up; it need not be healthy
     * @param out is given a line for people whenever something is waited for
     */
    public ServiceStarts(
            Function<ServiceApp, ConfigurableApplicationContext> start, Consumer<String> out, Limits limits) {
        this(start, out, limits, System::nanoTime);
    }

    ServiceStarts(
            Function<ServiceApp, ConfigurableApplicationContext> start,
            Consumer<String> out,
            Limits limits,
            LongSupplier nanos) {
        this.start = start;
        this.out = out;
        this.limits = limits;
        this.nanos = nanos;
    }

    /**
     * Starts all services and returns when each is healthy.
     *
     * @throws BackendException when one does not start, with its reason, or the time is over, with what was waited for
     */
    public void run() {
        Arrays.stream(ServiceApp.values()).forEach(service -> {
            CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
            starts.put(service, started);
            Thread thread = new Thread(() -> into(started, service), "start-" + service.id());
            thread.setDaemon(true);
            thread.start();
        });
        long begin = nanos.getAsLong();
        Duration next = limits.first();
        List<String> missing = missing();
        while (!missing.isEmpty()) {
            Duration waited = Duration.ofNanos(nanos.getAsLong() - begin);
            if (waited.compareTo(limits.most()) >= 0) {
                throw new BackendException(
                        "the suite is not ready after " + limits.most().toSeconds() + " s: "
                                + String.join("; ", missing),
                        null);
            }
            if (waited.compareTo(next) >= 0) {
                out.accept("Waiting (" + waited.toSeconds() + " s of at most "
                        + limits.most().toSeconds() + "): " + String.join("; ", missing));
                next = waited.plus(limits.every());
            }
            LockSupport.parkNanos(LOOK.toNanos());
            missing = missing();
        }
    }

    private void into(CompletableFuture<ConfigurableApplicationContext> started, ServiceApp service) {
        try {
            started.complete(start.apply(service));
        } catch (Throwable e) {
            started.completeExceptionally(e);
        }
    }

    /** The services that are still awaited, with their problems. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        starts.forEach((service, started) -> {
            if (!started.isDone()) {
                missing.add(service.id() + " is starting");
                return;
            }
            List<String> problems = Health.problems(context(service, started));
            if (!problems.isEmpty()) {
                missing.add(service.id() + ": " + String.join(", ", problems));
            }
        });
        return missing;
    }

    private static ConfigurableApplicationContext context(
            ServiceApp service, CompletableFuture<ConfigurableApplicationContext> started) {
        try {
            return started.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BackendException(service.id() + " does not start: " + reason(cause), cause);
        }
    }

    /** The innermost message: the outer ones name beans, which mean nothing to an operator. */
    private static String reason(Throwable error) {
        Throwable inner = error;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.toString() : inner.getMessage();
    }
}
