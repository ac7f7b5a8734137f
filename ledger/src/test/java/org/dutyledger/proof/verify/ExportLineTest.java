package org.dutyledger.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.export.ExportWriter;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.note.MalformedNoteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportLineTest {
    private static final StoredCommit COMMIT = Exports.ledger(1).get(0);
    private static final String LINE = new String(new ExportWriter().line(COMMIT), UTF_8).strip();

    @Test
    void aLine_readsBackAsTheCommitThatWasWritten() {
        ExportedCommit commit = commit(LINE.getBytes(UTF_8));
        assertThat(commit).usingRecursiveComparison().isEqualTo(Commits.exported(COMMIT));
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
        assertThat(commit(new ExportWriter().line(anonymous)).requestId()).isNull();
    }

    @Test
    void theSum_isOverThisLineAndAllBefore() {
        byte[] bytes = LINE.getBytes(UTF_8);
        ExportLine.Summed line = (ExportLine.Summed) parse(LINE);
        assertThat(ExportLine.sumsUp(line, CommitHash.genesis(), bytes)).isTrue();
        assertThat(ExportLine.sumsUp(line, CommitHash.leaf(bytes), bytes)).isFalse();
        // the same content in another spelling is another line
        assertThat(ExportLine.sumsUp(line, CommitHash.genesis(), (" " + LINE).getBytes(UTF_8)))
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
                "'.123Z\"'           | '.1234Z\"'",
                "'.123Z\"'           | '.12Z\"'",
                "'.123Z\"'           | '\"'",
                "'}]'                   | '}],\"more\":1'",
                "'\"sum\"'              | '\"some\"'",
            })
    void anyOtherForm_isRefused(String what, String by) {
        assertThat(LINE).contains(what);
        String other = LINE.replace(what, by == null ? "" : by);
        assertThatThrownBy(() -> parse(other))
                .isInstanceOfAny(IllegalArgumentException.class, MalformedNoteException.class);
    }

    @Test
    void notJson_orMoreThanOneObject_isRefused() {
        for (String other : List.of("", "{", "[]", "null", LINE + LINE, LINE + "x", LINE.substring(1))) {
            assertThatThrownBy(() -> parse(other))
                    .as(other)
                    .isInstanceOfAny(IllegalArgumentException.class, MalformedNoteException.class);
        }
    }

    private static ExportedCommit commit(byte[] line) {
        return ((ExportLine.Commit) ExportLine.parse(line)).commit();
    }

    private static ExportLine parse(String line) {
        return ExportLine.parse(line.getBytes(UTF_8));
    }
}
