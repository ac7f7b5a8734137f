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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.backend.EmbeddedKafka;
import org.dutyledger.local.log.ExitMessage;
import org.dutyledger.local.log.SuiteLogging;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.machine.FullDisk;
import org.dutyledger.local.start.ServiceApp;
import org.dutyledger.local.start.ServiceContext;
import org.dutyledger.local.start.ServiceStarts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole suite in this JVM.
 *
 * <p>Opened on a data directory it has its backends; {@link #startServices} adds the four services. Closing ends the
 * services before the backends, so that nothing in flight is lost; a later suite on the same directory continues from
 * the same state, also after this process was killed.
 */
public final class Suite implements AutoCloseable {
    private static final Duration TOKEN_VALIDITY = Duration.ofDays(365);

    private final DataDirectory data;
    private final SuiteLock lock;
    private final ExitMessage words;
    private final Backends backends;
    private final GatewayPort gatewayPort;
    private final Map<ServiceApp, Integer> ports = Collections.synchronizedMap(new EnumMap<>(ServiceApp.class));
    private final Map<ServiceApp, ConfigurableApplicationContext> contexts =
            Collections.synchronizedMap(new EnumMap<>(ServiceApp.class));
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();
    private volatile boolean closing;

    private Suite(DataDirectory data, SuiteLock lock, ExitMessage words, Backends backends, GatewayPort gatewayPort) {
        this.data = data;
        this.lock = lock;
        this.words = words;
        this.backends = backends;
        this.gatewayPort = gatewayPort;
    }

    /** Opens a suite without a listener; see the other one. */
    public static Suite open(DataDirectory data, Backends.MongoSelection requested, GatewayPort gatewayPort) {
        return open(data, requested, gatewayPort, SuiteListener.SILENT);
    }

    /**
     * Takes the directory and starts MongoDB and Kafka.
     *
     * @param gatewayPort the port for people
     * @throws org.dutyledger.local.machine.BackendException when another suite has the directory or the MongoDB, or a
     *     backend does not come up
     */
    public static Suite open(
            DataDirectory data, Backends.MongoSelection requested, GatewayPort gatewayPort, SuiteListener listener) {
        data.create();
        SuiteLock lock = SuiteLock.take(data, Occupant.SUITE);
        try {
            FullDisk disk = new FullDisk(data.root(), data.log(), Backends.mongodLog(data.backends()));
            ExitMessage words = ExitMessage.keep(data.log(), disk, System.err);
            try {
                return opened(data, requested, gatewayPort, listener, lock, words);
            } catch (RuntimeException e) {
                throw words.explained(e);
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Suite opened(
            DataDirectory data,
            Backends.MongoSelection requested,
            GatewayPort gatewayPort,
            SuiteListener listener,
            SuiteLock lock,
            ExitMessage words) {
        SuiteLogging.toFile(data.log());
        int port = gatewayPort.choose(listener.waiting());
        Backends backends = Backends.open(requested, data.backends(), listener.waiting());
        try {
            if (requested.mongodbUri() != null) {
                OtherSuite.refuse(backends, listener.waiting());
            }
            Suite suite = new Suite(data, lock, words, backends, gatewayPort);
            for (ServiceApp service : ServiceApp.values()) {
                suite.ports.put(service, service == ServiceApp.GATEWAY ? port : FreePort.any());
            }
            EmbeddedKafka.watch(words::say); // the process ends with it
            backends.mongo().watch(sentence -> suite.lose(sentence + "; the suite ends too", listener.lost()));
            return suite;
        } catch (RuntimeException e) {
            backends.close();
            throw e;
        }
    }

    /**
     * Starts the four services and returns when each reports that it is healthy.
     *
     * @param waiting is given a line for people whenever that takes long
     * @throws org.dutyledger.local.machine.BackendException when a service does not start or does not become healthy
     * @throws SuiteClosedException when the suite was closed meanwhile
     */
    public void startServices(Consumer<String> waiting) {
        Map<String, String> settings = settings();
        try {
            new ServiceStarts(service -> start(service, settings), waiting, ServiceStarts.Limits.USUAL).run();
        } catch (RuntimeException e) {
            if (closing) {
                throw new SuiteClosedException();
            }
            throw words.explained(new BackendException(e.getMessage() + "; see " + data.log(), e));
        }
        RunningSuite.write(data, gateway(), backendDescription());
    }

    /** The same, silently. */
    public void startServices() {
        startServices(text -> {});
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
        closing = true;
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
                String why = lost.get();
                if (why != null) {
                    words.say(why); // once more, so that it follows all consequences in the log
                }
                lock.close();
            }
        }
    }

    private void lose(String sentence, Runnable listener) {
        if (!closing && lost.compareAndSet(null, sentence)) {
            words.say(sentence);
            listener.run();
        }
    }

    private ConfigurableApplicationContext start(ServiceApp service, Map<String, String> settings) {
        // the services' addresses are known to the others already, the gateway's to no service
        GatewayPort requested = service == ServiceApp.GATEWAY ? gatewayPort : GatewayPort.exactly(port(service));
        ConfigurableApplicationContext context =
                requested.listen(port(service), port -> startOn(port, service, settings));
        contexts.put(service, context);
        return context;
    }

    private ConfigurableApplicationContext startOn(int port, ServiceApp service, Map<String, String> settings) {
        if (closing) {
            throw new SuiteClosedException();
        }
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
