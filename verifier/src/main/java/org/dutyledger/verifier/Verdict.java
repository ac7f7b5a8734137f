package org.dutyledger.verifier;

import java.util.ArrayList;
import java.util.List;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.finding.Text.Language;

/** The result of a verification, for readers who know nothing of hashes. */
record Verdict(Outcome outcome, Trust trust, boolean withReport) {

    List<String> lines(Language language) {
        List<String> lines = new ArrayList<>();
        outcome.held().forEach(t -> lines.add("✓ " + t.in(language)));
        outcome.broken().ifPresentOrElse(e -> broken(e, language, lines), () -> holds(language, lines));
        return lines;
    }

    private static void broken(DoesNotHold e, Language language, List<String> lines) {
        boolean copy = e.code() == Code.REPORT_COPY;
        lines.add((copy ? "≠ " : "✗ ") + e.text().in(language));
        e.details().forEach(detail -> lines.add("  + " + detail.in(language)));
        lines.add((copy
                        ? Text.of(
                                "不是签发的文件，可读文字相同（%s）。要核验报告本身，请用签发的文件。",
                                "Not the issued file; the text that can be read is the same (%s). To verify the report itself,"
                                        + " take the issued file.",
                                e.code())
                        : Text.of(
                                "核验不通过（%s）。上面是第一处问题；其后的内容未再核验。",
                                "Does NOT hold (%s). The line above is the first problem; what follows it was not checked.",
                                e.code()))
                .in(language));
    }

    private void holds(Language language, List<String> lines) {
        lines.add(
                withReport
                        ? new Text(
                                        "核验通过：这份报告就是签发的那一份，其文字、数值、测算值和评价结果都能由账本事件和指标体系重新得出。",
                                        "Holds: this report is the one that was issued, and its texts, values, computed values and"
                                                + " verdicts are what the ledger's events and the framework give.")
                                .in(language)
                        : new Text(
                                        "核验通过：证明包完整，报告内容的文字、数值、测算值和评价结果都能由账本事件和指标体系重新得出。未核验报告文件本身。",
                                        "Holds: the bundle is whole, and the report's texts, values, computed values and verdicts are"
                                                + " what the ledger's events and the framework give. No report file was checked.")
                                .in(language));
        outcome.remarks().forEach(t -> lines.add("· " + t.in(language)));
        if (trust.key() == null) {
            lines.add("· "
                    + new Text(
                                    "公钥取自证明包本身：请将上面的公钥指纹与从其他途径公布或存档的核对，或用 --key 指定公钥。",
                                    "The key is that of the bundle: compare its fingerprint above with the one"
                                            + " published or kept elsewhere, or give that key with --key.")
                            .in(language));
        }
        lines.add("· "
                + new Text(
                                "核验说明自检查点签发以来没有改动、删减、增添，报告如实反映填报的内容；不说明填报的数据本身真实，也不说明指标体系的规则恰当。",
                                "This shows that nothing was altered, dropped or added since the checkpoint was signed, and that the"
                                        + " report states what was submitted; not that a submitted figure was true, nor"
                                        + " that the framework's rules are right.")
                        .in(language));
        lines.add("· "
                + new Text(
                                "同时掌握签名私钥和数据库的人可以另造一本账；只有保存在别处的检查点或副署能识破。",
                                "A holder of both the private key and the database can make another ledger; only a"
                                        + " checkpoint or cosignature kept elsewhere shows that.")
                        .in(language));
    }
}
