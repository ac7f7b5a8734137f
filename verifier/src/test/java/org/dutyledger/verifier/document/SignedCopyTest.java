package org.dutyledger.verifier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

/** Copies that another program made of the issued file: Apache POI opens it, adds what an office adds, and saves it. */
class SignedCopyTest {
    private static final SampleLedger LEDGER = SampleLedger.standard();
    private static final byte[] BUNDLE = LEDGER.bundle().bytes();

    @Test
    void savedAgain_isACopy() {
        assertThat(added(edited(document -> {}))).isEmpty();
    }

    @Test
    void signatureAndDateBehindTheBody_areListed() {
        assertThat(added(edited(document -> {
                    XWPFParagraph annex = annex(document, 0);
                    signature(document, annex, "绍兴市越城区人民政府");
                    signature(document, annex, "2022年3月1日");
                })))
                .containsExactly("正文之后（署名、日期处）“绍兴市越城区人民政府”", "正文之后（署名、日期处）“2022年3月1日”");
    }

    /** A narrative may have a line that says 附件1; the annex begins elsewhere. */
    @Test
    void lineBeforeAnAnnexThatATextNames_isNoSignature() {
        SampleLedger ledger = SampleLedger.of(
                Samples.FRAMEWORK,
                new EventScript(Samples.FRAMEWORK)
                        .open()
                        .figure("leaders", "18", "人", Basis.REPORTED)
                        .figure("total", "212", "家", Basis.REPORTED)
                        .narrative("narrative_1", "有{{leaders}}位。\n附件1\n其后还有工作措施。"));
        byte[] bundle = ledger.bundle().bytes();
        byte[] lie = edited(ledger, document -> signature(document, annex(document, 0), "全部学校均已达标"));
        assertThat(first(bundle, lie).code()).isEqualTo(Code.REPORT_TEXT);
        byte[] signed = edited(ledger, document -> signature(document, annex(document, 1), "越城区人民政府"));
        assertThat(added(bundle, signed)).containsExactly("正文之后（署名、日期处）“越城区人民政府”");
    }

    @Test
    void headerAndFooter_areListed() {
        assertThat(added(edited(document -> {
                    document.createHeader(HeaderFooterType.DEFAULT)
                            .createParagraph()
                            .createRun()
                            .setText("越城区人民政府文件");
                    document.getFooterList()
                            .get(0)
                            .createParagraph()
                            .createRun()
                            .setText("抄送：市教育局");
                })))
                .containsExactlyInAnyOrder("页眉“越城区人民政府文件”", "页脚“抄送：市教育局”");
    }

    @Test
    void lineAtTheEnd_isListed() {
        assertThat(added(edited(
                        document -> document.createParagraph().createRun().setText("印发：2022年3月2日"))))
                .containsExactly("文末“印发：2022年3月2日”");
    }

    @Test
    void changedWord_isStillNamed() {
        DoesNotHold found = first(edited(document -> document.getParagraphs().stream()
                .filter(p -> p.getText().startsWith("成效显著"))
                .forEach(p -> p.getRuns().get(0).setText("成效平平。", 0))));
        assertThat(found.code()).isEqualTo(Code.REPORT_TEXT);
        assertThat(found.text().zh()).contains("成效平平。");
    }

    @Test
    void struckOutOrHiddenWord_isNamed() {
        List<Consumer<org.apache.poi.xwpf.usermodel.XWPFRun>> ways = List.of(
                run -> run.setStrikeThrough(true),
                run -> run.setVanish(true),
                run -> run.setColor("FFFFFF"),
                run -> run.setFontSize(1),
                run -> run.setFontFamily("Wingdings"),
                run -> run.setTextHighlightColor("black"),
                run -> run.addBreak(org.apache.poi.xwpf.usermodel.BreakType.TEXT_WRAPPING));
        for (int i = 0; i < ways.size(); i++) {
            Consumer<org.apache.poi.xwpf.usermodel.XWPFRun> way = ways.get(i);
            DoesNotHold found = first(edited(document -> document.getParagraphs().stream()
                    .filter(p -> p.getText().startsWith("成效显著"))
                    .forEach(p -> way.accept(p.getRuns().get(0)))));
            assertThat(found.code()).as("%s: %s", i, found.text().zh()).isIn(Code.REPORT_HIDDEN, Code.REPORT_TEXT);
        }
    }

    private static void signature(XWPFDocument document, XWPFParagraph before, String text) {
        try (XmlCursor cursor = before.getCTP().newCursor()) {
            XWPFParagraph line = document.insertNewParagraph(cursor);
            line.setAlignment(ParagraphAlignment.RIGHT);
            line.createRun().setText(text);
        }
    }

    /** The paragraph before which so many others say 附件1. */
    private static XWPFParagraph annex(XWPFDocument document, int others) {
        return document.getParagraphs().stream()
                .filter(p -> p.getText().equals("附件1"))
                .skip(others)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] edited(Consumer<XWPFDocument> edit) {
        return edited(LEDGER, edit);
    }

    private static byte[] edited(SampleLedger ledger, Consumer<XWPFDocument> edit) {
        try (XWPFDocument document =
                        new XWPFDocument(new ByteArrayInputStream(ledger.docx().bytes()));
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            edit.accept(document);
            document.write(saved);
            return saved.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> added(byte[] copy) {
        return added(BUNDLE, copy);
    }

    private static List<String> added(byte[] bundle, byte[] copy) {
        DoesNotHold found = first(bundle, copy);
        assertThat(found.code()).as(found.text().zh()).isEqualTo(Code.REPORT_COPY);
        return found.details().stream().map(detail -> detail.zh()).toList();
    }

    private static DoesNotHold first(byte[] report) {
        return first(BUNDLE, report);
    }

    private static DoesNotHold first(byte[] bundle, byte[] report) {
        return Verification.of(bundle, report, Trust.none()).broken().orElseThrow();
    }
}
