package org.dutyledger.verifier.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.model.Model.Computation;
import org.dutyledger.verifier.model.Model.Result;
import org.dutyledger.verifier.model.Model.Source;

/** The words that every form of the report adds to the model; those of report-service, written a second time. */
final class Wording {
    static final List<String> SOURCE_HEADS = List.of("编号", "指标", "数据项", "数值", "来源", "填报单位", "时期", "记录时间");
    static final List<String> RESULT_HEADS = List.of("序号", "指标", "结果", "理由");

    private Wording() {}

    static String sourcesNote(Model model) {
        Model.About about = model.about();
        return "本表列明正文每一数字的来源；数据截至账本序号" + about.upToPosition() + "（" + Envelope.shownTime(about.asOf()) + "）。指标体系："
                + about.frameworkTitle() + "（" + about.framework() + "，版本" + about.frameworkVersion()
                + "）。报告模型SHA-256：" + model.sha256() + "。";
    }

    static String resultsNote(Model model) {
        return "评价结果由系统按指标体系规则依据账本序号" + model.about().upToPosition() + "及以前的数据测算。";
    }

    static String origin(Source source) {
        return switch (source.origin()) {
            case "REPORTED" -> "填报";
            case "AT_LEAST" -> "填报（下限）";
            case "DECLARED" -> "填报单位申报";
            case "COMPUTED" -> "系统测算";
            case "FACT" -> "事实";
            case "CYCLE" -> "评价周期设定";
            default -> source.origin();
        };
    }

    static String value(Source source) {
        return source.value() + (source.origin().equals("AT_LEAST") ? "余" : "") + source.unit();
    }

    static String formula(Computation computation) {
        return computation.formula() + "；依据：";
    }

    static String computation(Computation computation) {
        String text = formula(computation) + String.join("、", computation.inputs());
        if (computation.declaredValue() != null && computation.difference() != null) {
            BigDecimal difference = new BigDecimal(computation.difference());
            text += "；填报单位申报" + computation.declaredValue()
                    + (difference.signum() == 0
                            ? "，与测算值一致"
                            : "，测算值比申报值" + (difference.signum() > 0 ? "大" : "小")
                                    + difference.abs().toPlainString());
        }
        return text + (computation.declared() == null ? "" : "（" + computation.declared() + "）");
    }

    static String verdict(Result result) {
        return result.verdict() + (result.score() == null ? "" : "（" + result.score() + "）");
    }

    /** The lines under a verdict; a rule that only gives rise to a finding is printed once, as the finding. */
    static List<String> reasons(Result result) {
        List<String> lines = new ArrayList<>();
        if (!result.missing().isEmpty()) {
            lines.add("待填报：" + String.join("、", result.missing()));
        }
        List<String> findings = new ArrayList<>(result.findings());
        for (Model.Reason r : result.reasons()) {
            lines.add((findings.remove(r.text()) ? "疑点" : r.outcome()) + "：" + r.text()
                    + (r.source() == null ? "" : "（" + r.source() + "）"));
        }
        findings.forEach(f -> lines.add("疑点：" + f));
        if (lines.isEmpty()) {
            lines.add("材料齐全");
        }
        return lines;
    }
}
