package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dutyledger.local.cli.DutyLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dutyledger demo} as people run it: a process that ends by itself and leaves the documents. */
class CommandIT {
    @TempDir
    Path directory;

    @Test
    void demo_endsWithVerdictsAndDocuments_andCanBeRunAgain() throws Exception {
        JsonNode first = demo();
        assertThat(first.path("verdicts")).hasSize(20);
        assertThat(first.path("files")).isNotEmpty();
        for (JsonNode file : first.path("files")) {
            assertThat(Path.of(file.asString())).isNotEmptyFile();
        }
        assertThat(first.path("livePage").asString()).contains("/?cycle=330602-2021#token=");
        assertThat(first.path("receipts")).isNotEmpty().noneMatch(r -> r.path("repeated")
                .asBoolean());
        assertThat(first.path("seconds").propertyNames()).contains("services", "submissions", "scoring", "report");

        JsonNode second = demo();
        assertThat(second.path("receipts")).allMatch(r -> r.path("repeated").asBoolean());
        assertThat(second.path("verdicts")).isEqualTo(first.path("verdicts"));
        assertThat(second.path("report").path("report"))
                .isEqualTo(first.path("report").path("report"));
        assertThat(second.path("files").get(0))
                .as("left unchanged")
                .isEqualTo(first.path("files").get(0));
    }

    private JsonNode demo() throws Exception {
        Path log = directory.resolve("demo.out");
        Files.deleteIfExists(log);
        List<String> arguments = ChildJvm.main(
                DutyLedger.class.getName(),
                "demo",
                "--json",
                "--embedded",
                "--port",
                "0",
                "--data",
                directory.resolve("data").toString());
        try (ChildJvm demo = ChildJvm.start(log, System.getenv(), arguments)) {
            assertThat(demo.awaitEnd()).as(demo::lastWords).isZero();
        }
        String printed = Files.readString(log);
        return JsonMapper.shared().readTree(printed.substring(printed.indexOf("\n{") + 1));
    }
}
