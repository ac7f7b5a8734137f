package org.dutyledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored JSON of every event type, approved by file. A file is added with a new version; it is never edited. */
class EventContractTest {

    static Stream<DutyEvent> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytes_areTheApprovedOnes(DutyEvent event) throws Exception {
        assertThat(CanonicalJson.text(event))
                .isEqualTo(Files.readString(contract().resolve(EventTypes.nameOf(event.getClass()) + ".json")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void approvedBytes_readAsTheSameEvent(DutyEvent event) throws Exception {
        String name = EventTypes.nameOf(event.getClass());
        byte[] approved = Files.readAllBytes(contract().resolve(name + ".json"));
        assertThat(CanonicalJson.read(approved, EventTypes.classOf(name))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytes_areCanonicalForAnIndependentCanonicaliser(DutyEvent event) throws IOException {
        byte[] bytes = CanonicalJson.bytes(event);
        assertThat(new String(new JsonCanonicalizer(bytes).getEncodedUTF8(), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void everyType_hasOneSampleAndOneApprovedFile() throws Exception {
        var sampled = samples().map(e -> EventTypes.nameOf(e.getClass())).collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(EventTypes.names());
        try (Stream<Path> files = Files.list(contract())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            sampled.stream().map(n -> n + ".json").toList());
        }
    }

    private static Path contract() throws URISyntaxException {
        return Path.of(EventContractTest.class.getResource("/contract").toURI());
    }
}
