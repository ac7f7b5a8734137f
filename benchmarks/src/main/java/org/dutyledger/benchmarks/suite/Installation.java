package org.dutyledger.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.machine.Executables;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.start.Health;
import org.dutyledger.local.start.ServiceApp;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A mongod and a Kafka broker of the benchmark's own, and one service of the suite at a time beside them. */
final class Installation implements AutoCloseable {
    private static final Duration TOKENS = Duration.ofHours(1);

    private final Path directory;
    private final Backends backends;
    private final KeyFiles keys;
    private final TokenMint mint;

    private Installation(Path directory, Backends backends, KeyFiles keys) {
        this.directory = directory;
        this.backends = backends;
        this.keys = keys;
        this.mint = new TokenMint(keys, Clock.systemUTC());
    }

    static Installation open() throws IOException {
        // stderr is for failures only; stdout is the result
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Path directory = Files.createTempDirectory("dutyledger-bench");
        Path mongod = Executables.mongod()
                .orElseThrow(() -> new IllegalStateException("no mongod: set MONGOD or put it on the search path"));
        Backends backends =
                Backends.open(new Backends.MongoSelection(null, mongod, false), directory, System.err::println);
        return new Installation(directory, backends, KeyFiles.in(directory.resolve("keys")));
    }

    String mongodbUri() {
        return backends.mongo().uri();
    }

    String kafka() {
        return backends.kafka().bootstrapServers();
    }

    /** Which servers these are, for people. */
    String description() {
        return backends.mongo().description() + "\n" + backends.kafka().description();
    }

    String officeToken() {
        return mint.token(TokenMint.Bearer.office(), TOKENS);
    }

    String submitterToken() {
        return mint.token(TokenMint.Bearer.organisation(Sheet.ORGANISATION, "330602"), TOKENS);
    }

    /** A service that runs. */
    record Service(URI address, ConfigurableApplicationContext context) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    /** Starts a service and returns when it is healthy. */
    Service start(ServiceApp service, Map<String, String> more) throws IOException {
        Path token = directory.resolve("service-token");
        Files.writeString(token, mint.token(TokenMint.Bearer.service(), TOKENS));
        int port = FreePort.any();
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("MONGODB_URI", mongodbUri());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("server.address", "127.0.0.1");
        settings.put("DUTYLEDGER_JWT_PUBLIC_KEY", keys.publicKeyFile().toUri().toString());
        settings.put("DUTYLEDGER_SERVICE_TOKEN_FILE", token.toString());
        List<String> arguments = settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toList();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(service.application())
                .properties(Map.of("spring.config.name", service.id()))
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(arguments.toArray(new String[0]));
        URI address = URI.create("http://127.0.0.1:" + port);
        Health.await(address);
        return new Service(address, context);
    }

    @Override
    public void close() {
        backends.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
