package org.dutyledger.verifier.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dutyledger.verifier.copies.ReportCopies;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report file that is not the issued one: the page names the first number, date or paragraph that differs. */
class ReportFileIT {
    private static final int DIRECTORY_ENTRY = 46;
    private static Browser browser;
    private final SampleLedger ledger = SampleLedger.standard();
    private PageVisit visit;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        visit = new PageVisit(browser, 1000);
        visit.verify("report.proof.json", ledger.bundle().bytes());
    }

    @AfterEach
    void leave() {
        try (PageVisit left = visit) {
            assertThat(left.requests).containsOnly(PageVisit.address());
            assertThat(left.complaints()).isEmpty();
        }
    }

    @Test
    void changedNumber_isNamedWithItsRowAndEvent() throws IOException {
        assertResult(
                docx(xml -> xml.replaceFirst(">184<", ">148<")), "REPORT_TEXT", "正文第 7 段（指标或章节 2）", "N0007", "账本序号");
        assertThat(verdict()).containsText("“148”，签发的是“184”");
        visit.picture("docx-digit");
        assertResult(html(page -> page.replaceFirst(">184</a>", ">1845</a>")), "REPORT_TEXT", "“1845”，签发的是“184”");
        assertResult(
                html(page -> page.replaceFirst(">86\\.8</a>", ">96.8</a>")),
                "REPORT_TEXT",
                "“96.8”，签发的是“86.8”",
                "N0008");
    }

    @Test
    void changedDate_isNamed() throws IOException {
        assertResult(
                docx(xml -> xml.replaceFirst("2022-03-01 16:04:00", "2022-03-02 16:04:00")),
                "REPORT_TEXT",
                "附件1的 N0002 行“记录时间”栏，日期",
                "“2022-03-02 16:04:00”，签发的是“2022-03-01 16:04:00”");
    }

    @Test
    void changedWord_addedAndMissingParagraph_areNamed() throws IOException {
        assertResult(docx(xml -> xml.replace("成效显著。", "成效一般。")), "REPORT_TEXT", "成效一般");
        assertResult(html(page -> page.replaceFirst("(<p [^>]*>成效)", "<p>另有专款。</p>$1")), "REPORT_TEXT", "多出一段：“另有专款。”");
        assertResult(html(page -> page.replaceFirst("<body>", "<body><div>另有专款。</div>")), "REPORT_TEXT", "另有专款");
        assertResult(html(page -> page.replaceFirst("<p[^>]*>成效显著。</p>\n", "")), "REPORT_TEXT", "缺少一段：“成效显著。”");
    }

    @Test
    void copyOfTheIssuedFile_isReportedAsACopy_withItsAdditions() throws IOException {
        assertResult(docx(xml -> xml + " "), "REPORT_COPY", "不是签发的文件，可读文字相同", "可能是重新保存过的");
        assertResult(stored(ledger.docx().bytes()), "REPORT_COPY", "可能是重新保存过的");
        Map<String, ReportCopies.Case> copies = ReportCopies.of(ledger);
        assertResult(
                copies.get("signature-and-date.docx").file(), "REPORT_COPY", "正文之后（署名、日期处）“绍兴市越城区人民政府”", "“2022年3月1日”");
        visit.picture("copy");
        assertResult(copies.get("footer-of-digits.docx").file(), "REPORT_COPY", "页脚“9987”");
        assertResult(copies.get("digits-beside-the-number-of-the-page.docx").file(), "REPORT_COPY", "页脚“— 20301 —”");
        assertResult(copies.get("header.docx").file(), "REPORT_COPY", "页眉“绍兴市越城区人民政府文件”");
        assertThat(visit.page.locator(".verdict")).not().hasClass("verdict good");
    }

    @Test
    void everyFile_isAnsweredAsByTheProgram() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        ReportCopies.of(ledger).forEach((name, copy) -> {
            expected.put(name, copy.code().name());
            visit.choose("report", name, copy.file());
            actual.put(name, visit.result());
        });
        org.assertj.core.api.Assertions.assertThat(actual).isEqualTo(expected);
    }

    @Test
    void unreadableFile_isReported() throws IOException {
        assertResult("nothing".getBytes(UTF_8), "REPORT_FILE", "不是 DOCX 或 HTML");
        assertResult(docx(xml -> xml.substring(0, 500)), "REPORT_FILE", "word/document.xml");
        byte[] cut = Arrays.copyOf(ledger.docx().bytes(), 3000);
        assertResult(cut, "REPORT_FILE", "读不出正文");
        assertResult(withSizes(ledger.docx().bytes(), 1 << 30), "REPORT_FILE", "its directory");
        assertResult(withSizes(ledger.docx().bytes(), 100), "REPORT_FILE", "its directory");
    }

    private void assertResult(byte[] report, String code, String... words) {
        visit.choose("report", "report", report);
        assertThat(visit.result()).isEqualTo(code);
        for (String word : words) {
            assertThat(verdict()).containsText(word);
        }
    }

    private Locator verdict() {
        return visit.page.locator(".verdict");
    }

    private byte[] html(UnaryOperator<String> change) {
        return change.apply(new String(ledger.html().bytes(), UTF_8)).getBytes(UTF_8);
    }

    private byte[] docx(UnaryOperator<String> change) throws IOException {
        return zip(ledger.docx().bytes(), ZipEntry.DEFLATED, change);
    }

    private static byte[] stored(byte[] docx) throws IOException {
        return zip(docx, ZipEntry.STORED, UnaryOperator.identity());
    }

    private static byte[] zip(byte[] docx, int method, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    content = change.apply(new String(content, UTF_8)).getBytes(UTF_8);
                }
                out.putNextEntry(entry(entry.getName(), method, content));
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    /** The same file, whose directory states that size for every entry. */
    private static byte[] withSizes(byte[] docx, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(docx.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < docx.length - DIRECTORY_ENTRY; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, size);
            }
        }
        return bytes.array();
    }

    private static ZipEntry entry(String name, int method, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
