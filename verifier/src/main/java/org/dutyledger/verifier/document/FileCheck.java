package org.dutyledger.verifier.document;

import java.util.List;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.Issue.IssuedFile;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;

/** Whether the issued files are what the report's content is rendered to: then they say what it does, and nothing else. */
public final class FileCheck {
    private FileCheck() {}

    /**
     * Compares the files that the issue recorded.
     *
     * @param rendered all files of the content, in the order of the issue
     * @throws DoesNotHold when it recorded another file, one less or one more
     */
    public static Text of(List<RenderedFile> rendered, Issue issue) {
        for (int i = 0; i < rendered.size(); i++) {
            RenderedFile file = rendered.get(i);
            IssuedFile expected = new IssuedFile(file.name(), file.mediaType(), file.sha256(), file.bytes().length);
            if (i >= issue.files().size() || !issue.files().get(i).equals(expected)) {
                throw new DoesNotHold(
                        Code.REPORT_FILE,
                        "签发记录里的 %s 不是由这份报告内容排版而成：应为 %s，签发时记录的是 %s",
                        "the %s of the issue is not what this content is rendered to: it would be %s, recorded is %s",
                        file.name(),
                        expected.sha256(),
                        i < issue.files().size() ? issue.files().get(i).sha256() : "—");
            }
        }
        if (issue.files().size() > rendered.size()) {
            throw new DoesNotHold(
                    Code.REPORT_FILE,
                    "签发记录多出一个文件 %s",
                    "the issue records one file too many, %s",
                    issue.files().get(rendered.size()).name());
        }
        return Text.of(
                "按报告内容重新排版，%s 与签发时记录的哈希一致",
                "rendered again from the content, %s have the hashes that were recorded at the issue",
                String.join("、", issue.files().stream().map(IssuedFile::name).toList()));
    }
}
