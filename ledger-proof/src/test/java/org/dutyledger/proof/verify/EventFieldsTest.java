package org.dutyledger.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.verify.ExportedCommit.ExportedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFieldsTest {
    private static final UUID COMMIT = new UUID(1, 2);
    private static final String DATA = "{\"aggregate\":\"s\",\"commit\":\"" + COMMIT
            + "\",\"id\":\"i\",\"meta\":{\"request\":\"o:k\"},\"payload\":{\"id\":\"of the payload\",\"meta\":{\"request\":1}},"
            + "\"seq\":\"3\",\"type\":\"t\"}";

    @Test
    void equalTexts_haveNoDifference() {
        assertThat(EventFields.difference(line(DATA, "o:k"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"aggregate\":\"s\"', '\"aggregate\":\"r\"', stream",
        "'\"seq\":\"3\"',       '\"seq\":\"4\"',       sequence",
        "'\"type\":\"t\"',      '\"type\":\"u\"',      type",
        "'\"id\":\"i\"',        '\"id\":\"j\"',        id",
        "'\"id\":\"i\",',       '',                    id",
        "'\"commit\":\"0',      '\"commit\":\"1',      commit",
        "'\"o:k\"',             '\"o:l\"',             request",
    })
    void difference_isNamed(String what, String by, String name) {
        assertThat(DATA).contains(what);
        assertThat(EventFields.difference(line(DATA.replace(what, by), "o:k")))
                .hasValueSatisfying(found -> assertThat(found).contains("position 7", name + " is"));
    }

    @Test
    void aRequestBesideAnEventThatNamesAnother_differs() {
        assertThat(EventFields.difference(line(DATA, null))).isPresent();
        assertThat(EventFields.difference(line(DATA, "o:other"))).isPresent();
    }

    @Test
    void anEventWithoutRequest_leavesTheCommitsOpen() {
        String data = DATA.replace("\"meta\":{\"request\":\"o:k\"},", "");
        assertThat(EventFields.difference(line(data, null))).isEmpty();
        assertThat(EventFields.difference(line(data, "o:k"))).isEmpty();
    }

    @Test
    void bytesThatAreNoObject_areADifference() {
        for (String data : List.of("", "[]", "{", "{}{}", "\"text\"", "\u0000")) {
            Optional<String> found = EventFields.difference(line(data, "o:k"));
            assertThat(found).as(data).isPresent();
        }
    }

    private static ExportedCommit line(String data, String request) {
        ExportedEvent event = new ExportedEvent("s", 3, "t", "i", data.getBytes(UTF_8));
        byte[] zero = CommitHash.genesis();
        return new ExportedCommit(7, COMMIT, request, Instant.EPOCH, zero, zero, List.of(event));
    }
}
