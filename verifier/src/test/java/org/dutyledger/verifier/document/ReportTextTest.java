package org.dutyledger.verifier.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dutyledger.document.render.HtmlRenderer;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alteration of a report is named: the real documents, changed by hand. */
class ReportTextTest {
    private static final SampleLedger LEDGER = SampleLedger.standard();
    private static final byte[] BUNDLE = LEDGER.bundle().bytes();

    /** What is exchanged in both documents' markup, and the text that must name it. */
    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(">86.8</", ">86.7</", "第 2 项，第 1 段：报告写 86.7，账本为 86.8（N0008 压减率，系统测算）"),
                Arguments.of(
                        ">212</",
                        ">2120</",
                        "第 2 项，第 1 段：报告写 2120，账本为 212（N0006 学科类培训机构总数，序号 5，越城区教体局，2022-03-01 16:05:00 记录）"),
                Arguments.of(">212</", "></", "第 2 项，第 1 段：报告写 （空），账本为 212"),
                Arguments.of("第二段无数字。", "第二段无数值。", "第 2 项，第 2 段：报告写“第二段无数值。”，签发的是“第二段无数字。”"),
                Arguments.of("成效显著。", "成效尤为显著。", "“二、工作成效”，第 1 段：报告写“成效尤为显著。”"),
                Arguments.of("2.落实", "2.抓好", "第 2 项，第 1 段：报告写“2.抓好"),
                Arguments.of("（一）落实教育", "（一）落实德育", "标题“（一）落实教育优先发展战略”：报告写"),
                Arguments.of(
                        "2022-03-01 16:04:00",
                        "2022-03-02 16:04:00",
                        "附件1，N0002（制度文件），“记录时间”栏：报告写 2022-03-02 16:04:00，账本为 2022-03-01 16:04:00"),
                Arguments.of(">86.7%<", ">86.8%<", "附件1，N0010（压减率），“数值”栏：报告写 86.8%，账本为 86.7%"),
                Arguments.of("比申报值大0.1", "比申报值大0.0", "附件1，N0008（压减率），“填报单位”栏"),
                Arguments.of(">待核实<", ">合格<", "附件2，第 2 项，“结果”栏：报告写“合格”，签发的是“待核实”"),
                Arguments.of("疑点：压减率", "符合：压减率", "附件2，第 2 项，“理由”栏"),
                Arguments.of("报告模型SHA-256：", "报告模型：", "附件1 的题头：报告写"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changedDocx_isNamedByItsFirstDifference(String from, String to, String expected) {
        assertNamed(docx(LEDGER.docx().bytes(), xml -> replaced(xml, from, to)), expected);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changedHtml_isNamedByItsFirstDifference(String from, String to, String expected) {
        assertNamed(html(page -> replaced(page, from, to)), expected);
    }

    @Test
    void issuedFiles_hold() {
        assertThat(verify(LEDGER.docx().bytes()).holds()).isTrue();
        assertThat(verify(LEDGER.html().bytes()).holds()).isTrue();
    }

    /** The issuer could record a file with other content. */
    @Test
    void issueOfOtherFilesThanItsContentIsRenderedTo_isNamed() {
        Issue issue = Issue.of(LEDGER.bundle());
        List<RenderedFile> files = List.of(LEDGER.docx(), LEDGER.html());
        assertThat(FileCheck.of(files, issue).zh()).contains("report.docx、report.html");
        RenderedFile other = new RenderedFile(
                "report.html", HtmlRenderer.MEDIA_TYPE, html(page -> replaced(page, ">184</a>", ">148</a>")));
        assertThatThrownBy(() -> FileCheck.of(List.of(LEDGER.docx(), other), issue))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, e -> assertThat(e.text().zh()).contains("签发记录里的 report.html 不是由这份报告内容排版而成"));
        assertThatThrownBy(() -> FileCheck.of(List.of(LEDGER.html(), LEDGER.docx()), issue))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, e -> assertThat(e.code()).isEqualTo(Code.REPORT_FILE));
        assertThatThrownBy(() -> FileCheck.of(List.of(LEDGER.docx()), issue)).hasMessageContaining("one file too many");
        assertThatThrownBy(() -> FileCheck.of(List.of(LEDGER.docx(), LEDGER.html(), other), issue))
                .hasMessageContaining("recorded is —");
    }

    @Test
    void paragraphLeftOut_isNamed() {
        assertNamed(
                docx(LEDGER.docx().bytes(), xml -> xml.replaceFirst("<w:p>(?:(?!</w:p>).)*第二段无数字。.*?</w:p>\n", "")),
                "第 2 项，第 2 段：报告里没有“第二段无数字。”");
        assertNamed(html(page -> page.replaceFirst("<p[^>]*>第二段无数字。</p>\n", "")), "第 2 项，第 2 段：报告里没有“第二段无数字。”");
        assertNamed(html(page -> page.replaceFirst("<tr id=\"S_N0002\">.*?</tr>\n", "")), "附件1，N0002（制度文件）：报告里没有");
    }

    @Test
    void paragraphAdded_isNamed() {
        String added = "<w:p><w:r><w:t>另有三家。</w:t></w:r></w:p>";
        assertNamed(html(page -> page.replaceFirst("<p ", "<p>另有三家。</p><p ")), "报告多出“另有三家。”");
        assertNamed(
                docx(LEDGER.docx().bytes(), xml -> xml.replaceFirst("<w:p>", added.repeat(7) + "<w:p>")),
                "标题处：报告多出“另有三家。”");
        assertNamed(
                docx(LEDGER.docx().bytes(), xml -> xml.replaceFirst("(<w:p>(?:(?!</w:p>).)*第二段)", added + "$1")),
                "第 2 项，第 2 段处：报告多出“另有三家。”");
    }

    @Test
    void columnAdded_isNamed() {
        assertNamed(html(page -> page.replace("合格</td>", "合格</td><td>优</td>")), "附件2，第 1 项，“理由”栏");
    }

    @Test
    void unreadableFile_isReportedAsUnreadable() {
        assertForm("PK nothing".getBytes(UTF_8));
        assertForm("%PDF-1.7".getBytes(UTF_8));
        assertForm(new byte[0]);
        assertForm(docx(LEDGER.docx().bytes(), xml -> xml + "<"));
        assertForm(docx(
                LEDGER.docx().bytes(),
                xml -> xml.replaceFirst(
                        "<w:document", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document")));
    }

    @Test
    void trackedDeletion_isNotRead_andTrackedInsertionIs() {
        assertNamed(
                docx(
                        LEDGER.docx().bytes(),
                        xml -> xml.replaceFirst(
                                ">86\\.8</w:t></w:r>",
                                " >86.7</w:t></w:r><w:del><w:r><w:delText>86.8</w:delText></w:r></w:del>")),
                "第 2 项，第 1 段：报告写 86.7，账本为 86.8");
    }

    private static void assertNamed(byte[] report, String expected) {
        DoesNotHold found = verify(report).broken().orElseThrow();
        assertThat(found.text().zh()).contains(expected);
        assertThat(found.code()).isEqualTo(Code.REPORT_TEXT);
        assertThat(found.text().en()).doesNotContain("%s");
    }

    private static void assertForm(byte[] report) {
        DoesNotHold found = verify(report).broken().orElseThrow();
        assertThat(found.code()).as(found.text().zh()).isEqualTo(Code.REPORT_FILE);
    }

    private static Outcome verify(byte[] report) {
        return Verification.of(BUNDLE, report, Trust.none());
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    private static byte[] html(UnaryOperator<String> change) {
        return change.apply(new String(LEDGER.html().bytes(), UTF_8)).getBytes(UTF_8);
    }

    /** A copy whose text part is changed. */
    static byte[] docx(byte[] file, UnaryOperator<String> change) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                out.putNextEntry(new ZipEntry(e.getName()));
                out.write(
                        e.getName().equals("word/document.xml")
                                ? change.apply(new String(part, UTF_8)).getBytes(UTF_8)
                                : part);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return copy.toByteArray();
    }
}
