package org.dutyledger.local.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.export.ExportWriter;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleTree;
import org.dutyledger.proof.verify.LedgerBreak;
import org.dutyledger.proof.verify.LedgerReport;
import org.dutyledger.verifier.finding.Text.Language;
import org.dutyledger.verifier.ledger.LedgerVerdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyLedgerCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final KeyPair keys = Ed25519Keys.generate();
    private Path file;
    private Path key;
    private Path note;

    @BeforeEach
    void export() throws Exception {
        file = directory.resolve("ledger.ndjson");
        key = Files.writeString(directory.resolve("key.pem"), Ed25519Keys.pem(keys.getPublic()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExportWriter writer = new ExportWriter();
        MerkleTree tree = new MerkleTree();
        CheckpointSigner signer = CheckpointSigner.forgetful(new NoteSigner("dutyledger/test", keys));
        try (MemoryLedger ledger = new MemoryLedger()) {
            for (int i = 0; i < 5; i++) {
                ledger.append(new NewCommit(new UUID(0, i), null, Instant.EPOCH, List.of(event(i))));
            }
            List<StoredCommit> commits = ledger.read(0, 100);
            commits.forEach(c -> c.events().forEach(e -> tree.add(CommitHash.leaf(e.data()))));
            bytes.writeBytes(writer.head(signer.sign(tree), signer.publicKey()));
            commits.forEach(c -> bytes.writeBytes(writer.line(c)));
        }
        SignedNote checkpoint = signer.sign(tree);
        bytes.writeBytes(writer.seal(signer));
        Files.write(file, bytes.toByteArray());
        note = Files.writeString(directory.resolve("checkpoint"), checkpoint.format());
    }

    @Test
    void aSoundLedger_isReportedToHold_inBothLanguages() {
        assertThat(run("--key", key.toString(), "--checkpoint", note.toString()))
                .isZero();
        assertThat(out.toString()).contains("事件 5 条", "✓ 序号从 0 起连续", "延续了此前留存的 1 个检查点", "核验通过：");
        assertThat(run("--key", key.toString(), "--lang", "en")).isZero();
        assertThat(out.toString()).contains("5 events", "Holds: nothing was altered");
    }

    @Test
    void withoutAKey_theResultStatesItsLimits() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("密钥取自文件本身", "--key");
    }

    @Test
    void anAlteredLine_isNamed() throws Exception {
        List<String> lines = Files.readAllLines(file);
        lines.set(4, lines.get(4).replace("1970", "1971"));
        Files.write(file, lines);
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("✗ 核验不通过", "第 5 行，序号 3", "记录时间");
        assertThat(run("--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("✗ Does NOT hold", "line 5, position 3");
    }

    @Test
    void aRemovedLine_isNamed() throws Exception {
        List<String> lines = Files.readAllLines(file);
        lines.remove(3);
        Files.write(file, lines);
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString()).contains("第 4 行", "有提交被删除、增添或调换");
    }

    @Test
    void anotherKey_isNamed() throws Exception {
        Files.writeString(key, Ed25519Keys.pem(Ed25519Keys.generate().getPublic()));
        assertThat(run("--key", key.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("第 1 行", "不是指定密钥所签");
    }

    @Test
    void everyKindOfBreak_isReportedInBothLanguages() {
        for (var kind : LedgerBreak.Kind.values()) {
            var found = new LedgerBreak(kind, 7, "detail");
            var report = new LedgerReport(9, 8, 7, 3, 0, Optional.empty(), Optional.of(found));
            for (Language language : Language.values()) {
                assertThat(String.join("\n", new LedgerVerdict(language).lines(report)))
                        .contains("7", "9", "detail");
            }
        }
    }

    private int run(String... options) {
        CommandLine line = new CommandLine(new VerifyLedgerCommand());
        line.setOut(new PrintWriter(out, true));
        String[] arguments = new String[options.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        return line.execute(arguments);
    }

    private static NewEvent event(int i) {
        String data = "{\"aggregate\":\"s\",\"commit\":\"" + new UUID(0, i) + "\",\"id\":\"i" + i + "\",\"seq\":\"" + i
                + "\",\"type\":\"t\"}";
        return new NewEvent("s", i, "t", "i" + i, data.getBytes());
    }
}
