package org.dutyledger.verifier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.copies.ReportCopies;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three answers to a file: the issued one, a copy that reads the same, or another. */
class ReportCopiesTest {
    private static final SampleLedger LEDGER = SampleLedger.standard();
    private static final byte[] BUNDLE = LEDGER.bundle().bytes();
    private static final Map<String, ReportCopies.Case> COPIES = ReportCopies.of(LEDGER);

    static Stream<String> names() {
        return COPIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFile_isAnsweredAsItMustBe(String name) {
        ReportCopies.Case copy = COPIES.get(name);
        Outcome outcome = verify(copy.file());
        DoesNotHold found = outcome.broken().orElseThrow();
        assertThat(found.code()).as("%s: %s", name, found.text().zh()).isEqualTo(copy.code());
        assertThat(outcome.exitCode()).isEqualTo(copy.code() == Code.REPORT_COPY ? 3 : 1);
        assertThat(found.text().zh() + found.text().en()).doesNotContain("%s");
        if (copy.code() != Code.REPORT_COPY) {
            assertThat(found.text().en()).doesNotContain("is the same");
        }
    }

    @Test
    void additionsBySigning_areListedWithTheirPlace() {
        assertThat(details("signature-and-date.docx"))
                .containsExactly("正文之后（署名、日期处）“绍兴市越城区人民政府”", "正文之后（署名、日期处）“2022年3月1日”");
        assertThat(details("number-of-the-document.docx")).containsExactly("标题之前“越政〔2022〕5号”");
        assertThat(details("header.docx")).containsExactly("页眉“绍兴市越城区人民政府文件”");
        assertThat(details("footer.docx")).containsExactly("页脚“印发份数：20份”");
        assertThat(details("footer-of-digits.docx")).containsExactly("页脚“9987”");
        assertThat(details("digits-beside-the-number-of-the-page.docx")).containsExactly("页脚“— 20301 —”");
        assertThat(details("space-at-the-end-of-a-part.docx")).isEmpty();
    }

    private static List<String> details(String name) {
        return verify(COPIES.get(name).file()).broken().orElseThrow().details().stream()
                .map(detail -> detail.zh())
                .toList();
    }

    private static Outcome verify(byte[] report) {
        return Verification.of(BUNDLE, report, Trust.none());
    }
}
