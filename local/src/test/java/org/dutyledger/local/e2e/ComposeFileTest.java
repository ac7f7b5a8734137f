package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dutyledger.local.start.ServiceApp;
import org.junit.jupiter.api.Test;

class ComposeFileTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private final ComposeFile compose = ComposeFile.read(ROOT.resolve("docker-compose.yml"));

    @Test
    void holdsTheFourServicesAndTheirStores() {
        assertThat(compose.services())
                .containsExactlyInAnyOrder(
                        "submission-service", "scoring-service", "report-service", "gateway", "mongodb", "kafka");
    }

    @Test
    void onlyTheGateway_isReachableFromOutside() {
        assertThat(compose.services().stream()
                        .filter(s -> compose.service(s).containsKey("ports"))
                        .toList())
                .containsExactly("gateway");
        assertThat(ComposeFile.map(
                        ComposeFile.map(compose.root().get("networks")).get("inside")))
                .containsEntry("internal", true);
    }

    @Test
    void everySetting_isOneThatTheServiceReads() throws Exception {
        for (ServiceApp service : ServiceApp.values()) {
            String yml = Files.readString(ROOT.resolve(service.id() + "/src/main/resources/" + service.id() + ".yml"));
            String kit = kitSources();
            assertThat(compose.environment(service.id()).keySet())
                    .as(service.id())
                    .allSatisfy(key -> assertThat(yml + kit).contains(key));
        }
    }

    @Test
    void everyAddress_isAServiceOfTheFile() {
        for (ServiceApp service : ServiceApp.values()) {
            compose.environment(service.id()).values().stream()
                    .filter(v -> v.startsWith("http://"))
                    .forEach(v -> assertThat(compose.services())
                            .contains(v.replace("http://", "").replace(":8080", "")));
        }
    }

    @Test
    void storesKeepTheirDataOnVolumes() {
        assertThat(ComposeFile.map(compose.root().get("volumes"))).containsOnlyKeys("mongodb", "kafka", "checkpoints");
        for (String store : List.of("mongodb", "kafka")) {
            Map<String, Object> service = compose.service(store);
            assertThat(service).containsKeys("healthcheck", "restart", "mem_limit");
            assertThat((List<?>) service.get("volumes"))
                    .singleElement()
                    .asString()
                    .startsWith(store + ":/");
        }
    }

    @Test
    void theCheckpointKey_isASecretOfOneService_andItsMemoryIsNotWithTheDatabase() {
        Map<String, Object> shared = ComposeFile.map(compose.root().get("x-service"));
        assertThat(shared.get("secrets")).asString().doesNotContain("checkpoint.pem");
        for (ServiceApp service : ServiceApp.values()) {
            Object own = compose.service(service.id()).getOrDefault("secrets", List.of());
            assertThat(own.toString().contains("checkpoint.pem"))
                    .as(service.id())
                    .isEqualTo(service == ServiceApp.SUBMISSION);
        }
        assertThat(compose.environment("submission-service"))
                .containsEntry("DUTYLEDGER_CHECKPOINT_KEY", "/run/secrets/checkpoint.pem")
                .containsEntry("DUTYLEDGER_CHECKPOINT_MEMORY", "/var/lib/dutyledger/last-checkpoint");
        assertThat((List<?>) compose.service("submission-service").get("volumes"))
                .singleElement()
                .isEqualTo("checkpoints:/var/lib/dutyledger");
    }

    private static String kitSources() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(ROOT.resolve("service-kit/src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
