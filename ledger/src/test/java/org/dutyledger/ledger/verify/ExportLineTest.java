package org.dutyledger.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.export.ExportWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportLineTest {
    private static final StoredCommit COMMIT = Exports.ledger(1).get(0);
    private static final String LINE = new String(new ExportWriter().line(COMMIT), UTF_8).strip();

    @Test
    void aLine_readsBackAsTheCommitThatWasWritten() {
        ExportLine line = parse(LINE);
        assertThat(line.commit().position()).isEqualTo(COMMIT.position());
        assertThat(line.commit().id()).isEqualTo(COMMIT.id());
        assertThat(line.commit().previousHash()).isEqualTo(COMMIT.previousHash());
        assertThat(line.commit().hash()).isEqualTo(COMMIT.hash());
        assertThat(line.request()).isEqualTo(COMMIT.requestId());
        assertThat(line.commit().events()).hasSameSizeAs(COMMIT.events());
        for (int i = 0; i < COMMIT.events().size(); i++) {
            assertThat(line.commit().events().get(i).data())
                    .isEqualTo(COMMIT.events().get(i).data());
            assertThat(line.labels().get(i).type())
                    .isEqualTo(COMMIT.events().get(i).type());
            assertThat(line.labels().get(i).id())
                    .isEqualTo(COMMIT.events().get(i).id());
        }
    }

    @Test
    void aCommitWithoutRequest_hasNone() {
        StoredCommit anonymous = new StoredCommit(
                0,
                COMMIT.id(),
                null,
                COMMIT.recordedAt(),
                COMMIT.previousHash(),
                COMMIT.hash(),
                List.copyOf(COMMIT.events()));
        assertThat(ExportLine.parse(new ExportWriter().line(anonymous)).request())
                .isNull();
    }

    @Test
    void theSum_isOverThisLineAndAllBefore() {
        byte[] bytes = LINE.getBytes(UTF_8);
        assertThat(parse(LINE).sumsUp(CommitHash.genesis(), bytes)).isTrue();
        assertThat(parse(LINE).sumsUp(CommitHash.leaf(bytes), bytes)).isFalse();
        // the same content in another spelling is another line
        assertThat(parse(LINE).sumsUp(CommitHash.genesis(), (" " + LINE).getBytes(UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"position\":\"0\"'   | '\"position\":0'",
                "'\"position\":\"0\"'   | '\"position\":\"-1\"'",
                "'\"position\":\"0\"'   | '\"position\":null'",
                "'\"position\":\"0\"'   | '\"position\":\"0\",\"position\":\"0\"'",
                "'\"position\":\"0\",'  | ''",
                "'\"prev\":\"00'        | '\"prev\":\"0'",
                "'\"prev\":\"00'        | '\"prev\":\"0G'",
                "'\"events\":['         | '\"events\":[7,'",
                "'\"events\":['         | '\"events\":[['",
                "'\"sequence\":\"0\"'   | '\"sequence\":\"\"'",
                "'\"d\":\"'             | '\"d\":\"!'",
                "'}]'                   | '}],\"more\":1'",
                "'\"sum\"'              | '\"some\"'",
            })
    void anyOtherForm_isRefused(String what, String by) {
        assertThat(LINE).contains(what);
        String other = LINE.replace(what, by == null ? "" : by);
        assertThatThrownBy(() -> parse(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoJson_orMoreThanOneObject_isRefused() {
        for (String other : List.of("", "{", "[]", "null", LINE + LINE, LINE + "x", LINE.substring(1))) {
            assertThatThrownBy(() -> parse(other)).as(other).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ExportLine parse(String line) {
        return ExportLine.parse(line.getBytes(UTF_8));
    }
}
