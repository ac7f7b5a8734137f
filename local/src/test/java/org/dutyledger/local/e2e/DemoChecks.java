package org.dutyledger.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.dutyledger.document.checker.ReportChecker;
import org.dutyledger.document.checker.ReportDocument;
import org.dutyledger.document.checker.ReportDocument.Row;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.demo.DemoRun;
import org.dutyledger.local.demo.SubmissionReceipt;
import org.dutyledger.local.demo.Verdicts;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;

/** Ledger, scoring and issued report say the same after the demonstration, however the suite was run. */
record DemoChecks(DemoRun run, List<SubmissionReceipt> receipts) {
    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();

    void everythingAgrees(Path out) {
        LedgerAudit ledger = LedgerAudit.read(run.office());
        ledger.isSound();
        ledger.holdsOnce(receipts);

        long last = receipts.stream()
                .mapToLong(SubmissionReceipt::lastPosition)
                .max()
                .orElseThrow();
        run.awaitScoring(last);
        List<Verdicts.Line> verdicts = Verdicts.of(run.evaluations(), run.progress());
        assertThat(verdicts).hasSize(20);
        assertThat(verdicts).noneMatch(v -> v.verdict().equals("待填报"));

        ReportDownload report = run.issue(last);
        assertThat(report.upToPosition()).isEqualTo(last);
        List<Path> files = report.download(run.office(), out);
        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .satisfiesExactly(
                        docx -> assertThat(docx).contains("2021").endsWith("-" + report.id() + ".docx"),
                        html -> assertThat(html).contains("2021").endsWith("-" + report.id() + ".html"),
                        proof -> assertThat(proof).contains("2021").endsWith("-" + report.id() + ".proof.json"),
                        page -> assertThat(page).isEqualTo("verify.html"));
        assertThat(new String(bytes(files.get(1)), StandardCharsets.UTF_8))
                .as("marks in place of what cannot be printed")
                .doesNotContain("〔数字相连〕", "〔无单位〕", "〔无来源数字〕", "〔待填报");
        List<Path> documents = files.subList(0, 2);
        for (Path file : documents) {
            ReportDocument document = ReportChecker.read(bytes(file));
            assertThat(ReportChecker.problems(document, events(ledger)))
                    .as(file.toString())
                    .isEmpty();
            assertThat(document.verdicts())
                    .isEqualTo(verdicts.stream()
                            .collect(Collectors.toMap(Verdicts.Line::indicator, Verdicts.Line::verdict)));
            holdsAllQuantities(document);
        }
        LedgerAudit after = LedgerAudit.read(run.office());
        after.isSound();
        after.holdsIssued(report.id(), last);
        new ProofChecks(files.get(2)).proves(report, documents);
        exportHolds(out.resolve("ledger.ndjson"), after.events().size());
    }

    private void exportHolds(Path file, long size) {
        run.office().download("/api/v1/ledger/export", file);
        LedgerReport exported;
        try {
            exported = new ExportVerifier(List.of(), List.of())
                    .verify(() -> new BufferedInputStream(Files.newInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(exported.found()).isEmpty();
        assertThat(exported.events()).isEqualTo(size);
        assertThat(exported.issued()).isPositive();
    }

    private static void holdsAllQuantities(ReportDocument document) {
        assertThat(Quantities.of2021()).hasSize(99);
        SoftAssertions softly = new SoftAssertions();
        for (Quantities.Quantity quantity : Quantities.of2021()) {
            String name = FRAMEWORK.figure(quantity.figure()).orElseThrow().name();
            List<ReportDocument.Number> printed = document.numbers().stream()
                    .filter(n -> n.holder().equals(quantity.holder()))
                    .filter(n -> document.rows().get(n.id()).name().equals(name))
                    .toList();
            softly.assertThat(printed)
                    .as("%s (%s) under %s", quantity.figure(), quantity.value(), quantity.holder())
                    .anyMatch(n -> n.is(quantity.value())
                            || isComputedInstead(document.rows().get(n.id()), quantity.value()));
        }
        softly.assertAll();
    }

    /** The body shows what the system computed; the annex shows the declared value beside it. */
    private static boolean isComputedInstead(Row row, String declared) {
        return row.position() < 0 && !row.inputs().isEmpty() && row.note().contains(declared);
    }

    private static Map<Long, ReportChecker.LedgerEvent> events(LedgerAudit ledger) {
        return ledger.events().stream()
                .collect(Collectors.toMap(e -> e.position(), e -> new ReportChecker.LedgerEvent(e.id())));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
