package org.dutyledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.sample.SampleLedger;
import org.dutyledger.verifier.sample.Tampering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good bundle holds; each altered one fails first at the right check. Every verifier must agree on the files. */
class SamplesTest {
    private static final Path FOLDER = Path.of("target", "samples");

    static Stream<Map.Entry<String, Tampering.Case>> tamperings() {
        return Tampering.all().entrySet().stream();
    }

    @Test
    void goodBundle_holds() {
        Outcome outcome = Verification.of(SampleLedger.standard().bundle().bytes(), null, Trust.none());
        assertThat(outcome.broken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tampering_isNamedByTheFirstCheckThatFails(Map.Entry<String, Tampering.Case> tampering) {
        Outcome outcome = Verification.of(tampering.getValue().bundle(), null, Trust.none());
        assertThat(outcome.broken().map(DoesNotHold::code))
                .contains(tampering.getValue().code());
    }

    /** For the verifier in the browser, whose tests read them: it must say the same of the same files. */
    @Test
    void samples_areWrittenForOtherVerifiers() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(FOLDER.resolve(file.getKey()), file.getValue());
        }
        assertThat(Files.readString(FOLDER.resolve("expected.json"))).contains("\"good.json\": \"\"");
    }

    private static Map<String, byte[]> files() {
        SampleLedger ledger = SampleLedger.standard();
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        files.put("good.json", ledger.bundle().bytes());
        files.put("report.docx", ledger.docx().bytes());
        files.put("report.html", ledger.html().bytes());
        expected.put("good.json", "");
        Tampering.all().forEach((name, tampering) -> {
            files.put(name + ".json", tampering.bundle());
            expected.put(name + ".json", tampering.code().name());
        });
        String index = expected.entrySet().stream()
                .map(e -> "  \"" + e.getKey() + "\": \"" + e.getValue() + "\"")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        files.put("expected.json", index.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
