package org.dutyledger.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.machine.FreePort;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole suite in this JVM.
 *
 * <p>Opened on a data directory it has its backends; {@link #startServices} adds the four services. Closing ends the
 * services before the backends, so that nothing in flight is lost; a later suite on the same directory goes on where
 * this one was, also after this process was killed.
 */
public final class Suite implements AutoCloseable {
    private static final Duration TOKEN_VALIDITY = Duration.ofDays(365);

    private final DataDirectory data;
    private final SuiteLock lock;
    private final Backends backends;
    private final GatewayPort gatewayPort;
    private final Map<ServiceApp, Integer> ports;
    private final Map<ServiceApp, ConfigurableApplicationContext> contexts =
            Collections.synchronizedMap(new EnumMap<>(ServiceApp.class));

    private Suite(
            DataDirectory data,
            SuiteLock lock,
            Backends backends,
            GatewayPort gatewayPort,
            Map<ServiceApp, Integer> ports) {
        this.data = data;
        this.lock = lock;
        this.backends = backends;
        this.gatewayPort = gatewayPort;
        this.ports = Collections.synchronizedMap(ports);
    }

    /**
     * Takes the directory and starts MongoDB and Kafka.
     *
     * @param gatewayPort the port for people
     * @throws org.dutyledger.local.machine.BackendException when another suite has the directory or a backend does not
     *     come up
     */
    public static Suite open(DataDirectory data, Backends.Wish wish, GatewayPort gatewayPort) {
        data.create();
        SuiteLock lock = SuiteLock.take(data);
        try {
            SuiteLogging.toFile(data.log());
            Map<ServiceApp, Integer> ports = new EnumMap<>(ServiceApp.class);
            for (ServiceApp service : ServiceApp.values()) {
                ports.put(service, service == ServiceApp.GATEWAY ? gatewayPort.choose() : FreePort.any());
            }
            return new Suite(data, lock, Backends.open(wish, data.backends()), gatewayPort, ports);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Starts the four services and returns when each says that it is healthy. */
    public void startServices() {
        Map<String, String> settings = settings();
        // together: on two cores a quarter faster than one by one
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (ServiceApp service : ServiceApp.values()) {
            CompletableFuture<Void> started = new CompletableFuture<>();
            starts.add(started);
            Thread thread = new Thread(() -> startInto(started, service, settings), "start-" + service.id());
            thread.setDaemon(true);
            thread.start();
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(cause.getMessage() + "; see " + data.log(), cause);
        }
        RunningSuite.write(data, gateway(), backendDescription());
    }

    /** Where people and programs reach the suite. */
    public URI gateway() {
        return address(ServiceApp.GATEWAY);
    }

    /** Which MongoDB and which Kafka are in use, one per line. */
    public String backendDescription() {
        return backends.mongo().description() + "\n" + backends.kafka().description();
    }

    /** Makes tokens that this suite accepts. */
    public TokenMint mint() {
        return new TokenMint(data.keys(), Clock.systemUTC());
    }

    @Override
    public void close() {
        List<ServiceApp> order = new ArrayList<>(List.of(ServiceApp.values()));
        Collections.reverse(order);
        try {
            for (ServiceApp service : order) {
                ConfigurableApplicationContext context = contexts.remove(service);
                if (context != null) {
                    context.close();
                }
            }
        } finally {
            try {
                backends.close();
            } finally {
                RunningSuite.erase(data);
                lock.close();
            }
        }
    }

    private void startInto(CompletableFuture<Void> started, ServiceApp service, Map<String, String> settings) {
        try {
            // the services' addresses are known to the others already, the gateway's to nobody
            GatewayPort wish = service == ServiceApp.GATEWAY ? gatewayPort : GatewayPort.exactly(port(service));
            contexts.put(service, wish.listen(port(service), port -> startOn(port, service, settings)));
            Health.await(address(service));
            started.complete(null);
        } catch (Throwable e) {
            started.completeExceptionally(
                    new IllegalStateException(service.id() + " does not start: " + e.getMessage(), e));
        }
    }

    private ConfigurableApplicationContext startOn(int port, ServiceApp service, Map<String, String> settings) {
        Map<String, String> own = new HashMap<>(settings);
        own.put("SERVER_PORT", Integer.toString(port));
        ports.put(service, port);
        return ServiceContext.start(service, own);
    }

    private Map<String, String> settings() {
        KeyFiles keys = data.keys();
        Path serviceToken = keys.publicKeyFile().resolveSibling("service-token");
        try {
            KeyFiles.writeSecret(serviceToken, mint().token(TokenMint.Bearer.service(), TOKEN_VALIDITY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "MONGODB_URI", backends.mongo().uri(),
                "KAFKA_BOOTSTRAP_SERVERS", backends.kafka().bootstrapServers(),
                "server.address", "127.0.0.1",
                "DUTYLEDGER_JWT_PUBLIC_KEY", keys.publicKeyFile().toUri().toString(),
                "DUTYLEDGER_CHECKPOINT_KEY", data.checkpointKey().toString(),
                "DUTYLEDGER_TILES", data.tiles().toString(),
                "DUTYLEDGER_SERVICE_TOKEN_FILE", serviceToken.toString(),
                "SUBMISSION_URL", address(ServiceApp.SUBMISSION).toString(),
                "SCORING_URL", address(ServiceApp.SCORING).toString(),
                "REPORT_URL", address(ServiceApp.REPORT).toString());
    }

    private URI address(ServiceApp service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    private int port(ServiceApp service) {
        return java.util.Objects.requireNonNull(ports.get(service));
    }
}
