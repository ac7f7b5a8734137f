package org.dutyledger.ledger.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.junit.jupiter.api.Test;

/** The form of an export never changes for files that auditors keep. */
class ExportWriterTest {
    private static final String ZERO = "0".repeat(64);
    private static final String FIRST = "{\"position\":\"0\",\"commit\":\"00000000-0000-0001-0000-000000000002\","
            + "\"request\":\"330602-czj:k\\\"1\",\"recordedAt\":\"2022-03-01T12:00:00.120Z\",\"prev\":\"" + ZERO
            + "\",\"hash\":\"" + ZERO + "\",\"events\":[{\"stream\":\"evidence/c/3\",\"sequence\":\"0\","
            + "\"type\":\"figure.submitted.v1\",\"id\":\"i0\",\"d\":\"e30=\"}]";

    @Test
    void aLine_hasItsMembersInOrderAndASumAtItsEnd() throws Exception {
        ExportWriter writer = new ExportWriter();
        byte[] sum = sum(new byte[32], FIRST);
        assertThat(text(writer.line(commit()))).isEqualTo(FIRST + ",\"sum\":\"" + hex(sum) + "\"}\n");
        byte[] next = sum(sum, FIRST);
        assertThat(text(writer.line(commit()))).isEqualTo(FIRST + ",\"sum\":\"" + hex(next) + "\"}\n");
    }

    private static StoredCommit commit() {
        return new StoredCommit(
                0,
                new UUID(1, 2),
                "330602-czj:k\"1",
                Instant.parse("2022-03-01T12:00:00.120Z"),
                new byte[32],
                new byte[32],
                List.of(new StoredEvent(0, "evidence/c/3", 0, "figure.submitted.v1", "i0", "{}".getBytes(UTF_8))));
    }

    private static byte[] sum(byte[] before, String content) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(before);
        return sha.digest(content.getBytes(UTF_8));
    }

    private static String text(byte[] line) {
        return new String(line, UTF_8);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
