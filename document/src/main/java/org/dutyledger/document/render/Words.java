package org.dutyledger.document.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Computation;
import org.dutyledger.document.template.ReportModel.Origin;
import org.dutyledger.document.template.ReportModel.Reason;
import org.dutyledger.document.template.ReportModel.Result;
import org.dutyledger.document.template.ReportModel.Source;

/** The words of the annexes, the same in every form of the document. */
final class Words {
    static final String SOURCES_TITLE = "数据来源对照表";
    static final String RESULTS_TITLE = "评价结果";

    // official time in the whole country, so the document does not depend on the machine's zone
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private Words() {}

    static String sourcesNote(ReportModel model) {
        ReportModel.About about = model.about();
        return "本表列明正文每一数字的来源；数据截至账本序号" + about.upToPosition() + "（" + time(about.asOf()) + "）。指标体系："
                + about.frameworkTitle() + "（" + about.framework() + "，版本" + about.frameworkVersion()
                + "）。报告模型SHA-256：" + model.sha256() + "。";
    }

    static String resultsNote(ReportModel model) {
        return "评价结果由系统按指标体系规则依据账本序号" + model.about().upToPosition() + "及以前的数据测算。";
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String origin(Origin origin) {
        return switch (origin) {
            case REPORTED -> "填报";
            case AT_LEAST -> "填报（下限）";
            case DECLARED -> "填报单位申报";
            case COMPUTED -> "系统测算";
            case FACT -> "事实";
            case CYCLE -> "评价周期设定";
        };
    }

    static String value(Source source) {
        return source.value() + (source.origin() == Origin.AT_LEAST ? "余" : "") + source.unit();
    }

    /** The part of a computation's text before its input rows are listed. */
    static String formula(Computation computation) {
        return computation.formula() + "；依据：";
    }

    /** The note of a computation on the declared value; empty without a declared value. */
    static String declared(Computation computation) {
        if (computation.declaredValue() == null || computation.difference() == null) {
            return "";
        }
        BigDecimal difference = computation.difference();
        String verdict = difference.signum() == 0
                ? "，与测算值一致"
                : "，测算值比申报值" + (difference.signum() > 0 ? "大" : "小")
                        + difference.abs().toPlainString();
        return "；填报单位申报" + computation.declaredValue() + verdict;
    }

    private static String reason(Reason reason, boolean finding) {
        return (finding ? "疑点" : reason.outcome()) + "：" + reason.text()
                + (reason.source() == null ? "" : "（" + reason.source() + "）");
    }

    /** The lines under a verdict; at least one. */
    static List<String> reasons(Result result) {
        List<String> lines = new ArrayList<>();
        if (!result.missing().isEmpty()) {
            lines.add("待填报：" + String.join("、", result.missing()));
        }
        // a rule that only gives rise to a finding is printed once, as the finding
        List<String> findings = new ArrayList<>(result.findings());
        result.reasons().forEach(r -> lines.add(reason(r, findings.remove(r.text()))));
        findings.forEach(f -> lines.add("疑点：" + f));
        if (lines.isEmpty()) {
            lines.add("材料齐全");
        }
        return lines;
    }
}
