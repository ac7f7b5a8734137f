package org.dutyledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.dutyledger.verifier.copies.ReportCopies;
import org.dutyledger.verifier.sample.SampleLedger;
import org.dutyledger.verifier.sample.Tampering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that auditors are given: what is in it, and that it runs alone. */
class VerifierJarIT {
    private static final Path JAR = Path.of("target", "dutyledger-verifier.jar");
    private static final SampleLedger LEDGER = SampleLedger.standard();

    @TempDir
    Path folder;

    private String printed = "";

    @Test
    void jar_holdsNothingOfTheStoreOrTheServices() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(10 << 20);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> classes = jar.stream()
                    .map(e -> e.getName())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertThat(classes)
                    .filteredOn(name -> name.startsWith("org/dutyledger/"))
                    .allMatch(name -> name.matches(
                            "org/dutyledger/(verifier/(?!page/)|events/|indicators/|evaluation/|document/|proof/).*"));
            assertThat(classes)
                    .noneMatch(
                            name -> name.matches("(org/springframework|com/mongodb|org/apache|org/axonframework)/.*"))
                    .contains("org/dutyledger/verifier/Main.class", "org/dutyledger/document/ReportComputation.class");
        }
    }

    @Test
    void soundReport_holds_inAnyLocale() throws Exception {
        Path bundle = Files.write(folder.resolve("b.json"), LEDGER.bundle().bytes());
        Path docx = Files.write(folder.resolve("r.docx"), LEDGER.docx().bytes());
        Path html = Files.write(folder.resolve("r.html"), LEDGER.html().bytes());
        assertThat(run(bundle, docx)).isZero();
        assertThat(printed).contains("核验通过：这份报告就是签发的那一份");
        assertThat(run(bundle, html, "--lang", "en")).isZero();
        assertThat(printed).contains("Holds: this report is the one that was issued");
    }

    @Test
    void tamperedBundle_isNamed() throws Exception {
        for (String name : List.of("empty", "deep-nesting", "event-digit-changed", "stream-cut-and-list-adjusted")) {
            Tampering.Case tampered = Tampering.all().get(name);
            Path bundle = Files.write(folder.resolve(name), tampered.bundle());
            assertThat(run(bundle)).as(name).isEqualTo(1);
            assertThat(printed).as(name).contains("核验不通过（" + tampered.code() + "）");
        }
    }

    @Test
    void alteredReport_isNamed() throws Exception {
        Path bundle = Files.write(folder.resolve("b.json"), LEDGER.bundle().bytes());
        String page = new String(LEDGER.html().bytes(), UTF_8).replaceFirst(">86\\.8<", ">86.9<");
        assertThat(run(bundle, Files.writeString(folder.resolve("r.html"), page)))
                .isEqualTo(1);
        assertThat(printed).contains("第 2 项，第 1 段：报告写 86.9，账本为 86.8");
    }

    @Test
    void copyOfTheReport_hasAnExitCodeOfItsOwn() throws Exception {
        Path bundle = Files.write(folder.resolve("b.json"), LEDGER.bundle().bytes());
        byte[] copy = ReportCopies.of(LEDGER).get("signature-and-date.docx").file();
        assertThat(run(bundle, Files.write(folder.resolve("r.docx"), copy))).isEqualTo(3);
        assertThat(printed)
                .contains("能读到的文字与签发的相同", "+ 正文之后（署名、日期处）“2022年3月1日”", "REPORT_COPY")
                .doesNotContain("✗");
    }

    @Test
    void fileThatIsNotThere_isWrongUsage() throws Exception {
        assertThat(run(folder.resolve("nothing"))).isEqualTo(2);
    }

    private int run(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // a machine that knows no Chinese
        builder.environment().put("LC_ALL", "C");
        int code = builder.start().waitFor();
        printed = Files.readString(output, UTF_8);
        return code;
    }
}
