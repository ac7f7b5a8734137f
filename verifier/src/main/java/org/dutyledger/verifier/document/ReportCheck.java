package org.dutyledger.verifier.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.Sha256;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.readback.HtmlText;
import org.dutyledger.verifier.readback.Mark;
import org.dutyledger.verifier.readback.Reading;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.dutyledger.verifier.word.DocxText;

/** Whether a file is one of those that were issued; if not, whether it is a copy, or in what it differs. */
public final class ReportCheck {
    /** Longest file that is read. */
    public static final int MAX_BYTES = 1 << 26;

    /** The page has the same limit. */
    private static final int HTML_BEGINS_WITHIN = 256;

    private static final Pattern HTML =
            Pattern.compile("\\x{FEFF}?[ \\t\\n\\f\\r]*<(!doctype html|html)", Pattern.CASE_INSENSITIVE);

    private ReportCheck() {}

    /**
     * Checks a file.
     *
     * @param html the issued HTML file
     * @throws DoesNotHold when it was not issued: it is a copy, or the first difference is named
     */
    public static Text of(byte[] file, Model model, Issue issue, byte[] html) {
        String sha256 = Sha256.hex(file);
        Optional<Issue.IssuedFile> issued =
                issue.files().stream().filter(f -> f.sha256().equals(sha256)).findFirst();
        if (issued.isPresent()) {
            return Text.of(
                    "报告文件就是签发的 %s，逐字节一致",
                    "the report file is the issued %s, byte for byte",
                    issued.orElseThrow().name());
        }
        try {
            throw other(file, model, html);
        } catch (UnreadableReportException e) {
            throw new DoesNotHold(
                    Code.REPORT_FILE,
                    "报告文件不是签发的文件，也无法比较其文字：%s",
                    "the report file is not an issued one, and its text cannot be compared: %s",
                    e.text());
        }
    }

    private static DoesNotHold other(byte[] file, Model model, byte[] html) throws UnreadableReportException {
        ReportForm form = form(file);
        Reading read = form == ReportForm.DOCX ? DocxText.of(file) : HtmlText.of(file, html);
        List<Block> expected = ExpectedReport.of(model, form);
        Optional<Additions> additions = read.blocks().map(blocks -> Additions.of(expected, blocks));
        Optional<Text> difference = additions.flatMap(a -> Comparison.firstDifference(expected, a.rest()));
        if (difference.isPresent()) {
            return new DoesNotHold(Code.REPORT_TEXT, difference.orElseThrow());
        }
        Optional<Text> hidden = read.hidden().or(() -> other(read.marks(), model));
        if (hidden.isPresent()) {
            return new DoesNotHold(
                    Code.REPORT_HIDDEN,
                    "报告文件不是签发的文件，而且含有无法确认读者所见的内容，不能说文字相同：%s",
                    "the report file is not an issued one, and it holds what may be shown otherwise, so that its text cannot"
                            + " be called the same: %s",
                    hidden.orElseThrow());
        }
        List<Text> added = new ArrayList<>();
        read.margins()
                .forEach(m -> added.add(Text.of(
                        "%s“%s”",
                        "%s '%s'", m.header() ? Text.of("页眉", "header") : Text.of("页脚", "footer"), m.text())));
        additions.ifPresent(a -> added.addAll(a.lines()));
        return copy(added);
    }

    /** The first mark that the issued file does not have. */
    private static Optional<Text> other(List<Mark> marks, Model model) {
        Set<Mark> expected = ExpectedMarks.of(model);
        return marks.stream()
                .filter(mark -> !expected.contains(mark))
                .findFirst()
                .map(mark -> Reading.at("DOCX", mark.toString()));
    }

    private static DoesNotHold copy(List<Text> added) {
        Text text = added.isEmpty()
                ? Text.of(
                        "报告文件不是签发的文件；能读到的文字与签发的相同。可能是重新保存过的，版式未核对",
                        "the report file is not an issued one; the text that can be read is the same. It may have been saved"
                                + " again; its layout was not compared")
                : Text.of(
                        "报告文件不是签发的文件；能读到的文字与签发的相同，只是另外增加了下列内容，版式未核对",
                        "the report file is not an issued one; the text that can be read is the same, except that the"
                                + " following was added; its layout was not compared");
        return new DoesNotHold(Code.REPORT_COPY, text, added);
    }

    private static ReportForm form(byte[] file) throws UnreadableReportException {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return ReportForm.DOCX;
        }
        String start = new String(file, 0, Math.min(file.length, HTML_BEGINS_WITHIN), StandardCharsets.UTF_8);
        if (HTML.matcher(start).lookingAt()) {
            return ReportForm.HTML;
        }
        throw new UnreadableReportException("既不是 DOCX 也不是 HTML", "neither DOCX nor HTML");
    }
}
