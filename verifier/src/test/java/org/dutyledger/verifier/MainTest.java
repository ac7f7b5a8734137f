package org.dutyledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.copies.ReportCopies;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final SampleLedger LEDGER = SampleLedger.standard();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path bundle;

    @BeforeEach
    void write() throws IOException {
        bundle =
                Files.write(folder.resolve("report.proof.json"), LEDGER.bundle().bytes());
    }

    @Test
    void soundReport_isReportedToHold_withItsLimits() throws IOException {
        Path report = Files.write(folder.resolve("report.docx"), LEDGER.docx().bytes());
        assertThat(run(bundle, report)).isZero();
        assertThat(out.toString(UTF_8))
                .contains("✓ 证明包格式正确：7 个序列，16 条事件")
                .contains("✓ 检查点“dutyledger/sample”（20 条事件）签名有效")
                .contains("✓ 报告文件就是签发的 report.docx")
                .contains("核验通过：这份报告就是签发的那一份")
                .contains("公钥取自证明包本身")
                .contains("不说明填报的数据本身真实");
    }

    @Test
    void bundleAlone_statesThatNoReportWasChecked() {
        assertThat(run(bundle)).isZero();
        assertThat(out.toString(UTF_8)).contains("未核验报告文件本身");
    }

    @Test
    void alteredReport_isNamed_inBothLanguages() throws IOException {
        String page = new String(LEDGER.html().bytes(), UTF_8).replaceFirst(">86\\.8<", ">86.7<");
        Path report = Files.writeString(folder.resolve("report.html"), page);
        assertThat(run(bundle, report)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("✗ 第 2 项，第 1 段：报告写 86.7，账本为 86.8", "核验不通过（REPORT_TEXT）");
        out.reset();
        assertThat(run("--lang", "en", bundle, report)).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "✗ indicator 2, paragraph 1: the report has 86.7, the ledger 86.8",
                        "Does NOT hold (REPORT_TEXT)")
                .doesNotContain("核验");
    }

    @Test
    void copyOfTheReport_isReportedAsACopy_inBothLanguages() throws IOException {
        Path report = Files.write(
                folder.resolve("report.docx"),
                ReportCopies.of(LEDGER).get("signature-and-date.docx").file());
        assertThat(run(bundle, report)).isEqualTo(3);
        assertThat(out.toString(UTF_8))
                .contains("≠ 报告文件不是签发的文件；能读到的文字与签发的相同", "  + 正文之后（署名、日期处）“绍兴市越城区人民政府”", "REPORT_COPY")
                .doesNotContain("✗", "核验通过", "核验不通过");
        out.reset();
        assertThat(run("--lang", "en", bundle, report)).isEqualTo(3);
        assertThat(out.toString(UTF_8))
                .contains(
                        "the text that can be read is the same, except",
                        "  + after the body (signature, date) '2022年3月1日'")
                .doesNotContain("核验", "Holds");
    }

    @Test
    void keyAndCosignerFromElsewhere_areUsed() throws IOException {
        Cosigner city = new Cosigner("city", Ed25519Keys.generate());
        Bundle good = LEDGER.bundle();
        SignedNote note = city.cosign(SignedNote.parse(good.checkpoint()), Instant.EPOCH);
        Files.write(
                bundle,
                new Bundle(
                                note.format(),
                                good.key(),
                                good.issued(),
                                good.streams(),
                                good.events(),
                                good.framework(),
                                good.model())
                        .bytes());
        Path key =
                pem("key.pem", Ed25519Keys.privatePem(SampleLedger.PRIVATE_KEY).getPublic());
        Path cityKey = pem("city.pem", city.key().key());
        assertThat(run(bundle, "--key", key, "--cosigner", "city=" + cityKey)).isZero();
        assertThat(run(bundle, "--key", key, "--cosigner", city.key().text())).isZero();
        assertThat(out.toString(UTF_8)).contains("由“city”于").doesNotContain("公钥取自证明包本身", "未核验：");
        assertThat(run(bundle, "--key", cityKey)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("CHECKPOINT_KEY");
    }

    @Test
    void exportThatIsNone_doesNotHold() {
        assertThat(run("verify-ledger", bundle)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("核验不通过", "账本不完整");
    }

    @Test
    void checkpoint_isCosigned() throws IOException {
        Files.writeString(
                folder.resolve("city.pem"),
                Ed25519Keys.pem(Ed25519Keys.generate().getPrivate()));
        Path logKey =
                pem("log.pem", Ed25519Keys.privatePem(SampleLedger.PRIVATE_KEY).getPublic());
        Path note = Files.writeString(
                folder.resolve("checkpoint.txt"), LEDGER.bundle().checkpoint());
        Object[] words = {
            "cosign", note, "--key", folder.resolve("city.pem"), "--log-key", logKey, "--name", "city.example"
        };
        assertThat(run(words)).as(err.toString(UTF_8)).isZero();
        assertThat(SignedNote.parse(out.toString(UTF_8)).signatures()).hasSize(2);
        assertThat(err.toString(UTF_8))
                .contains("the first one seen here", "Verifier key of this cosigner: city.example+");
    }

    @Test
    void wrongUsage_isReportedAndNothingElse() {
        for (List<Object> words : List.<List<Object>>of(
                List.of(),
                List.of(bundle, bundle, bundle),
                List.of(bundle, "--key"),
                List.of(bundle, "--keys", "x"),
                List.of("verify-ledger"),
                List.of("verify-ledger", folder),
                List.of("verify-ledger", bundle, "--checkpoint", bundle),
                List.of("cosign", bundle),
                List.of("cosign", bundle, "--key", bundle, "--log-key", bundle, "--name", "city"),
                List.of(bundle, "--lang", "fr"),
                List.of(bundle, "--cosigner", "x"),
                List.of(bundle, "--cosigner", "a b=" + bundle),
                List.of(bundle, "--key", bundle),
                List.of(folder),
                List.of("\0"),
                List.of(folder.resolve("nothing.json")))) {
            assertThat(run(words.toArray())).as("%s", words).isEqualTo(2);
        }
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8))
                .contains("nothing.json: there is no such file", folder + ": it is a directory", "--help")
                .doesNotContain("\tat ");
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("证明包", "--cosigner");
    }

    @Test
    void reportInPlaceOfTheBundle_isReportedAsNoBundle() throws IOException {
        Path report = Files.write(folder.resolve("report.html"), LEDGER.html().bytes());
        assertThat(run(report, bundle)).isEqualTo(1);
        assertThat(run(report, bundle, "--lang", "en")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("✗ 这不是证明包：", "✗ this is not a proof bundle: ");
    }

    @Test
    void gigabyte_isRefusedUnread() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(bundle.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertThat(run(bundle)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("文件超过 67108864 字节", "BUNDLE_FORM");
    }

    @Test
    void textOfAFile_cannotControlTheTerminal() throws IOException {
        Files.writeString(bundle, "{\"\\u001b[2J\\u202e" + "x".repeat(10_000) + "\":1}");
        assertThat(run(bundle)).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("BUNDLE_FORM").doesNotContain("\u001b", "\u202e");
        assertThat(out.toString(UTF_8).length()).isLessThan(2_000);
    }

    private Path pem(String name, java.security.PublicKey key) throws IOException {
        return Files.writeString(folder.resolve(name), Ed25519Keys.pem(key));
    }

    private int run(Object... words) {
        List<String> arguments =
                java.util.Arrays.stream(words).map(Object::toString).toList();
        return Main.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void programInAnotherJvm_hasTheSameExitCode() throws IOException {
        assertThat(ShortRun.of(Main.class, "--help")).isZero();
        assertThat(ShortRun.of(Main.class, folder.resolve("nothing").toString()))
                .isEqualTo(2);
    }
}
