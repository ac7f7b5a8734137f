package org.dutyledger.verifier.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dutyledger.proof.verify.LedgerBreak;
import org.dutyledger.proof.verify.LedgerReport;
import org.dutyledger.proof.verify.LedgerReport.Statement;
import org.dutyledger.verifier.finding.Text.Language;

/** The result of a check of a ledger, for readers who know nothing of hashes. */
public final class LedgerVerdict {
    private final Language language;

    public LedgerVerdict(Language language) {
        this.language = language;
    }

    /** The lines to print. */
    public List<String> lines(LedgerReport report) {
        List<String> lines = new ArrayList<>();
        String counts = report.commits() + " ";
        lines.add(say(
                "已核验 " + place(report, "", " 行：") + "完好的提交 " + report.commits() + " 个，事件 " + report.events() + " 条，分属 "
                        + report.streams() + " 个序列。",
                "Checked " + place(report, "", " lines: ") + counts + "sound commits, " + report.events()
                        + " events in " + report.streams() + " streams."));
        report.found().ifPresentOrElse(found -> broken(lines, report, found), () -> holds(lines, report));
        return lines;
    }

    /** The line, of an export; a store has none. */
    private static String place(LedgerReport report, String before, String after) {
        return report.lines() == 0 ? "" : before + report.lines() + after;
    }

    private void broken(List<String> lines, LedgerReport report, LedgerBreak found) {
        lines.add(say(
                "✗ 核验不通过。第一处问题：" + place(report, "第 ", " 行，") + "序号 " + found.position() + "：" + chinese(found.kind())
                        + "。",
                "✗ Does NOT hold. First: " + place(report, "line ", ", ") + "position " + found.position() + ": "
                        + english(found.kind()) + "."));
        lines.add(say("  技术说明：", "  Detail: ") + found.detail());
        lines.add(
                found.kind() == LedgerBreak.Kind.ISSUED
                        ? say(
                                "  提交本身与哈希、检查点一致；此后签发的报告未再核验。",
                                "  The commits themselves agree with their hashes and checkpoints; reports issued later"
                                        + " were not checked.")
                        : say(
                                "  此处之前的内容前后一致；此处之后未再核验。",
                                "  Everything before that place is consistent in itself; what follows was not"
                                        + " checked."));
    }

    private void holds(List<String> lines, LedgerReport report) {
        lines.add(say(
                "✓ 序号从 0 起连续，无缺失、无重复、无调换", "✓ positions are contiguous from 0: nothing missing, duplicated or moved"));
        lines.add(say("✓ 每个提交与其内容、与前一提交的哈希一致", "✓ every commit agrees with its content and with the commit before"));
        lines.add(say(
                "✓ 每个序列的编号连续，各字段与原始内容一致",
                "✓ every stream is contiguous; the members beside an event agree with its bytes"));
        if (report.issued() > 0) {
            lines.add(say(
                    "✓ 已签发的 " + report.issued() + " 份报告，其序列根与签发前的事件一致",
                    "✓ " + report.issued() + " issued reports: the streams root is that of the events before"));
        }
        report.statement().ifPresentOrElse(s -> signed(lines, report, s), () -> lines.add(unsigned()));
    }

    private String unsigned() {
        return say(
                "账本自身前后一致，但没有检查点可对照：结尾若被截去，无从发现。请用 --checkpoint 指定留存的检查点。",
                "Consistent in itself, but there is no checkpoint to compare it with: a tail that was cut off would"
                        + " not be seen. Give one kept elsewhere with --checkpoint.");
    }

    private void signed(List<String> lines, LedgerReport report, Statement s) {
        lines.add(say("✓ 默克尔树根与检查点一致：" + root(s), "✓ the Merkle root is that of the checkpoint: " + root(s)));
        if (s.keyId() != null) {
            lines.add(say(
                    "✓ 检查点“" + s.checkpoint().origin() + "”（" + s.checkpoint().size() + " 条）签名有效，密钥编号 " + s.keyId(),
                    "✓ the checkpoint '" + s.checkpoint().origin() + "' ("
                            + s.checkpoint().size() + " events) is signed by key " + s.keyId()));
        }
        if (s.earlier() > 0) {
            lines.add(say(
                    "✓ 延续了此前留存的 " + s.earlier() + " 个检查点，未改写历史",
                    "✓ continues " + s.earlier() + " checkpoints kept from before: no history was rewritten"));
        }
        if (s.unsigned() > 0) {
            lines.add(say(
                    "! 其中 " + s.unsigned() + " 个检查点不是已知密钥所签，只对照了树根；可用 --key 指定以前的公钥",
                    "! " + s.unsigned() + " of these checkpoints are not signed by a known key, only their roots were"
                            + " compared; give older public keys with --key"));
        }
        long uncovered = report.events() - s.checkpoint().size();
        if (uncovered > 0) {
            lines.add(say(
                    "! 最后 " + uncovered + " 条事件尚无检查点", "! the last " + uncovered + " events have no checkpoint yet"));
        }
        lines.add(conclusion(s));
    }

    private String conclusion(Statement s) {
        if (s.keyFromElsewhere()) {
            return say(
                    "核验通过：自签发检查点以来，账本未被改动、删减或增添。", "Holds: nothing was altered, dropped or added since it was signed.");
        }
        return s.keyId() == null
                ? say(
                        "核验通过，但没有公钥，检查点的签名未核验。请用 --key 指定公钥。",
                        "Holds, but the signatures of the checkpoints were not checked: give the public key with --key.")
                : say(
                        "核验通过，但密钥取自文件本身，只说明文件自身一致。请用 --key 指定从其他途径取得的公钥，或核对上面的密钥编号。",
                        "Holds, but by the key in the file itself, which shows only that the file is consistent. Give a"
                                + " key got elsewhere with --key, or compare the key id above.");
    }

    private static String root(Statement s) {
        return Base64.getEncoder().encodeToString(s.checkpoint().root());
    }

    private static String chinese(LedgerBreak.Kind kind) {
        return switch (kind) {
            case POSITION -> "序号不连续，有提交被删除、增添或调换";
            case EMPTY -> "提交中没有事件";
            case PREVIOUS_HASH -> "与前一提交的哈希不衔接";
            case HASH -> "内容与哈希不符，内容被改动";
            case SEQUENCE -> "所属序列的编号不连续";
            case END -> "账本不完整，结尾与检查点不符或被截断";
            case FORM -> "这一行不是账本应有的格式";
            case FIELD -> "事件旁的字段与事件原始内容不一致";
            case SUM -> "这一行的附属信息（如记录时间）被改动";
            case ROOT -> "全部事件的树根与检查点不符";
            case SIGNATURE -> "签名无效，或不是指定密钥所签";
            case EARLIER -> "未延续此前留存的检查点，历史被改写";
            case KEPT -> "库旁留存的检查点被删除或改动";
            case ISSUED -> "报告签发时登记的序列根与其之前的事件不符";
            case DIFFERS -> "库中内容与导出的账本不一致";
            case REFUSED -> "导出方发现账本已损坏，拒绝完成导出";
        };
    }

    private static String english(LedgerBreak.Kind kind) {
        return switch (kind) {
            case POSITION -> "positions are not contiguous; a commit was removed, added or moved";
            case EMPTY -> "a commit without events";
            case PREVIOUS_HASH -> "does not follow the commit before";
            case HASH -> "content and hash differ; the content was altered";
            case SEQUENCE -> "the places of its stream are not contiguous";
            case END -> "not complete: it is cut off, or does not end at the size of the checkpoint";
            case FORM -> "this line is not of the form of its place";
            case FIELD -> "a member beside an event differs from the event's own bytes";
            case SUM -> "something beside the events was altered, such as the time of recording";
            case ROOT -> "the root of the tree is not that of the checkpoint";
            case SIGNATURE -> "the signature is not valid, or not of the key asked for";
            case EARLIER -> "does not continue a checkpoint kept from before: history was rewritten";
            case KEPT -> "a checkpoint kept beside the ledger was removed or altered";
            case ISSUED -> "a report was issued from other events than those before it";
            case DIFFERS -> "the store does not hold what the export held";
            case REFUSED -> "the exporting process found the ledger broken and refused to seal the export";
        };
    }

    private String say(String chinese, String english) {
        return language == Language.ZH ? chinese : english;
    }
}
