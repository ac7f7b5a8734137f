package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.demo.DemoContent;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.machine.FreePort;
import org.dutyledger.local.start.Health;
import org.dutyledger.local.start.ServiceApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The four services as four processes from the jars of their images, with exactly the environment of
 * {@code docker-compose.yml}; only addresses and the folder of the secrets are those of this machine.
 */
class ComposeIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path directory;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void endAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void demo_onFourProcesses() throws IOException {
        Path secrets = directory.resolve("secrets");
        TokenMint mint = new TokenMint(KeyFiles.in(secrets), Clock.systemUTC());
        Files.writeString(
                secrets.resolve("service-token"), mint.token(TokenMint.Bearer.service(), Duration.ofHours(1)));
        Stores stores = Stores.start(directory);
        open.add(stores);
        RealBackends.log(stores.description());

        Map<ServiceApp, URI> addresses = new EnumMap<>(ServiceApp.class);
        for (ServiceApp service : ServiceApp.values()) {
            addresses.put(service, URI.create("http://127.0.0.1:" + FreePort.any()));
        }
        ComposeFile compose = ComposeFile.read(ROOT.resolve("docker-compose.yml"));
        Map<ServiceApp, ChildJvm> services = new EnumMap<>(ServiceApp.class);
        for (ServiceApp service : ServiceApp.values()) {
            Map<String, String> environment = compose.environment(service.id());
            environment.replaceAll((key, value) -> onThisMachine(value, addresses, stores, secrets));
            environment.put(
                    "SERVER_PORT", Integer.toString(addresses.get(service).getPort()));
            ChildJvm child = ChildJvm.start(
                    directory.resolve(service.id() + ".out"),
                    environment,
                    List.of("-jar", executableJar(service).toString()));
            open.add(child);
            services.put(service, child);
        }
        services.forEach((service, child) -> awaitHealth(addresses.get(service), child));

        DemoRun run = new DemoRun(addresses.get(ServiceApp.GATEWAY), mint, DemoContent.of2021());
        run.open();
        List<SubmissionReceipt> receipts = run.submitAll(r -> {});
        new DemoChecks(run, receipts).everythingAgrees(directory.resolve("out"));
        services.values()
                .forEach(child -> assertThat(child.stop()).as(child::lastWords).isIn(0, 143));
    }

    private static void awaitHealth(URI address, ChildJvm child) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
            assertThat(child.isAlive()).as(child::lastWords).isTrue();
            return Health.status(address) == 200;
        });
    }

    private static String onThisMachine(String value, Map<ServiceApp, URI> addresses, Stores stores, Path secrets) {
        String mapped = value.replace("mongodb://mongodb:27017/?replicaSet=rs0", stores.mongodbUri())
                .replace("kafka:9092", stores.bootstrapServers())
                .replace("/run/secrets", secrets.toString())
                .replace("/var/lib/dutyledger", secrets.toString());
        for (Map.Entry<ServiceApp, URI> address : addresses.entrySet()) {
            mapped = mapped.replace(
                    "http://" + address.getKey().id() + ":8080",
                    address.getValue().toString());
        }
        return mapped;
    }

    private static Path executableJar(ServiceApp service) throws IOException {
        Path target = ROOT.resolve(service.id()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no executable jar in " + target + "; ./mvnw package makes it"));
        }
    }
}
