package org.dutyledger.local.cli.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dutyledger.document.render.DocxRenderer;
import org.dutyledger.document.sample.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofShowTest {
    @TempDir
    Path folder;

    @Test
    void copy_differsInOneDigitAndNothingElse() throws IOException {
        Path report = Files.write(
                folder.resolve("report.docx"),
                new DocxRenderer().render(Samples.model()).bytes());
        Path copy = folder.resolve("copy.docx");
        assertThat(ProofShow.altered(report, copy)).isTrue();
        String before = text(report);
        String after = text(copy);
        assertThat(after).hasSameSizeAs(before).isNotEqualTo(before).contains(">86.9</w:t>");
        assertThat(after.chars().filter(c -> c == '9').count())
                .isEqualTo(before.chars().filter(c -> c == '9').count() + 1);
    }

    @Test
    void withoutAProof_nothingIsPrinted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProofShow.print(List.of(folder.resolve("report.docx")), new PrintStream(out, true, UTF_8));
        assertThat(out.size()).isZero();
    }

    @Test
    void failedCheck_isReported() throws IOException {
        Path report = Files.write(
                folder.resolve("report.docx"),
                new DocxRenderer().render(Samples.model()).bytes());
        Path proof = Files.writeString(folder.resolve("report.proof.json"), "{}");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProofShow.print(List.of(report, proof), new PrintStream(out, true, UTF_8));
        assertThat(out.toString(UTF_8))
                .contains("./dutyledger verify " + proof + " " + report)
                .contains("核验不通过（BUNDLE_FORM）")
                .contains("one digit was changed");
    }

    private static String text(Path docx) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(docx);
                InputStream body = Files.newInputStream(zip.getPath("word/document.xml"))) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }
}
