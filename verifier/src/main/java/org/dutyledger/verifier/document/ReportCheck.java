package org.dutyledger.verifier.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.Sha256;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.readback.DocxText;
import org.dutyledger.verifier.readback.HtmlText;
import org.dutyledger.verifier.readback.UnreadableReportException;

/** Whether a file is one of those that were issued; if not, in what it differs. */
public final class ReportCheck {
    /** Longest file that is read. */
    public static final int MAX_BYTES = 1 << 26;

    private ReportCheck() {}

    /**
     * Checks a file.
     *
     * @throws DoesNotHold when it was not issued, naming the first difference in what it says
     */
    public static Text of(byte[] file, Model model, Issue issue) {
        String sha256 = Sha256.hex(file);
        Optional<Issue.IssuedFile> issued =
                issue.files().stream().filter(f -> f.sha256().equals(sha256)).findFirst();
        if (issued.isPresent()) {
            return issued(issued.orElseThrow(), file, model);
        }
        try {
            Optional<Text> difference = difference(file, model);
            throw difference
                    .map(d -> new DoesNotHold(Code.REPORT_TEXT, d))
                    .orElseGet(() -> new DoesNotHold(
                            Code.REPORT_FILE,
                            "报告文件不是签发的文件：文字与签发的一致，但文件本身（版式、属性或隐藏内容）不同",
                            "the report file is not an issued one: it says the same, but its form (layout, properties or"
                                    + " hidden content) is another"));
        } catch (UnreadableReportException e) {
            throw new DoesNotHold(
                    Code.REPORT_FILE,
                    "报告文件不是签发的文件，也无法比较其文字：%s",
                    "the report file is not an issued one, and what it says cannot be compared: %s",
                    e.text());
        }
    }

    /** Whoever issues could give out a file that does not say what its model does. */
    private static Text issued(Issue.IssuedFile issued, byte[] file, Model model) {
        try {
            difference(file, model).ifPresent(d -> {
                throw new DoesNotHold(
                        Code.REPORT_TEXT,
                        "文件 %s 确是签发的，但所写与报告模型不同：%s",
                        "the file %s is an issued one, but does not say what its model does: %s",
                        issued.name(),
                        d);
            });
        } catch (UnreadableReportException e) {
            throw new DoesNotHold(
                    Code.REPORT_FILE,
                    "文件 %s 确是签发的，但无法与报告模型比较：%s",
                    "the file %s is an issued one, but cannot be compared with its model: %s",
                    issued.name(),
                    e.text());
        }
        return Text.of(
                "报告文件就是签发的 %s，逐字节一致，所写与报告模型相同",
                "the report file is the issued %s, byte for byte, and says what its model does", issued.name());
    }

    private static Optional<Text> difference(byte[] file, Model model) throws UnreadableReportException {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return compare(model, ReportForm.DOCX, DocxText.of(file));
        }
        String start = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.UTF_8);
        if (start.stripLeading().startsWith("<") || start.startsWith("\uFEFF<")) {
            return compare(model, ReportForm.HTML, HtmlText.of(file));
        }
        throw new UnreadableReportException("既不是 DOCX 也不是 HTML", "neither DOCX nor HTML");
    }

    private static Optional<Text> compare(Model model, ReportForm form, List<List<String>> found) {
        return Comparison.firstDifference(ExpectedReport.of(model, form), found);
    }
}
