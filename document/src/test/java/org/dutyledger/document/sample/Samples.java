package org.dutyledger.document.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportTemplate;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Reason;
import org.dutyledger.events.IndicatorEvaluated.Severity;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.FigureSpec.Kind;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Grading;
import org.dutyledger.indicators.Group;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.Section;
import org.dutyledger.indicators.Unit;

/** A small framework with one of everything that the template treats in its own way. */
public final class Samples {
    private static final Set<String> ROLES = Set.of("education-bureau");
    public static final Framework FRAMEWORK = new Framework(
            "sample-2021",
            "1",
            "样例指标体系",
            2021,
            "ab".repeat(32),
            Map.of("education-bureau", "教体局"),
            new Grading("verdict-only", Map.of()),
            List.of(
                    new Group(
                            1,
                            "落实教育优先发展战略",
                            List.of(indicator(
                                    "1",
                                    "加强党对教育工作全面领导",
                                    List.of(
                                            figure("leaders", "联系学校的区领导人数", Kind.NUMBER, 0, false),
                                            figure("bases", "劳动实践基地单位数", Kind.NUMBER, 0, false),
                                            figure("policy", "制度文件", Kind.FACT, 0, false)),
                                    List.of()))),
                    new Group(
                            2,
                            "落实管理规范要求",
                            List.of(
                                    indicator(
                                            "2",
                                            "落实“双减”工作要求",
                                            List.of(
                                                    figure("total", "学科类培训机构总数", Kind.NUMBER, 0, false),
                                                    figure("removed", "转非学科类和注销数", Kind.NUMBER, 0, false),
                                                    figure("rate", "压减率", Kind.NUMBER, 1, true)),
                                            List.of(new MeasureSpec(
                                                    "rate",
                                                    "压减率",
                                                    "removed / total * 100",
                                                    List.of("removed", "total"),
                                                    Unit.PERCENT,
                                                    1,
                                                    null))),
                                    indicator(
                                            "3",
                                            "社会满意度测评",
                                            List.of(figure("satisfaction", "“五个100%”满意度", Kind.NUMBER, 3, false)),
                                            List.of())))),
            List.of(
                    section("preface", "前言", slot("narrative_preface", "")),
                    section("results", "工作成效", slot("narrative_results", "")),
                    section(
                            "problems",
                            "存在问题与工作举措",
                            slot("narrative_problems", ""),
                            slot("narrative_team", "建设高素质教师队伍"))));

    private Samples() {}

    /** A ledger that fills most of the small framework. */
    public static EventScript script() {
        return filled(new EventScript(FRAMEWORK).open());
    }

    /** The same, of a cycle that an earlier version opened: its opening does not name the streams. */
    public static EventScript olderScript() {
        return filled(new EventScript(FRAMEWORK).openInTheFirstForm());
    }

    private static EventScript filled(EventScript opened) {
        return opened.figure("leaders", "18", "人", Basis.REPORTED)
                .figure("bases", "20", "家", Basis.AT_LEAST)
                .fact("policy", "《责任督学办法(试行)》〔2021〕5号")
                .figure("total", "212", "家", Basis.REPORTED)
                .figure("removed", "184", "家", Basis.REPORTED)
                .figure("rate", "86.7", "%", Basis.DECLARED)
                .narrative("narrative_preface", "根据{{policy}},现报告如下:")
                .narrative("narrative_1", "{{leaders}}位区领导联系学校,与{{bases}}家单位共建基地.依据{{policy}}。")
                .narrative("narrative_2", "共有{{total}}家机构,压减{{removed}}家,压减率{{rate}}%。\n第二段无数字。")
                .narrative("narrative_3", "得分{{satisfaction}}分。")
                .narrative("narrative_results", "成效显著。")
                .narrative("narrative_problems", "差距主要是：{{leaders}}位。");
    }

    /** What scoring would say of {@link #script()}. */
    public static Map<String, IndicatorEvaluated> evaluations(CycleState state) {
        Map<String, IndicatorEvaluated> all = new TreeMap<>();
        all.put("1", evaluated("1", Verdict.PASS, 10, List.of(), List.of(), List.of(), List.of()));
        Operand removed = operand(state, "removed");
        Operand total = operand(state, "total");
        Measure rate =
                new Measure("rate", new BigDecimal("86.8"), "%", operand(state, "rate"), List.of(removed, total));
        Reason reason = new Reason("rate_rule", true, "压减率86.8%", "双减意见", List.of(removed));
        Reason open = new Reason("declared", false, "压减率测算值与填报值相差0.1", null, List.of());
        Finding finding = new Finding("2.rate", "declared", "ratio", Severity.WARNING, open.text(), List.of());
        all.put(
                "2",
                evaluated(
                        "2", Verdict.TO_VERIFY, 10, List.of(), List.of(rate), List.of(reason, open), List.of(finding)));
        all.put("3", evaluated("3", Verdict.PENDING, 11, List.of("satisfaction"), List.of(), List.of(), List.of()));
        return all;
    }

    /** An evaluation of every indicator that says nothing but 待填报, as of a position. */
    public static List<IndicatorEvaluated> pending(Framework framework, long position) {
        List<IndicatorEvaluated> all = new ArrayList<>();
        framework
                .indicators()
                .forEach(i -> all.add(
                        evaluated(i.id(), Verdict.PENDING, position, List.of(), List.of(), List.of(), List.of())));
        return all;
    }

    public static CycleState state(EventScript script) {
        return CycleFold.fold(EventScript.CYCLE, script.last(), script.recorded());
    }

    /** The model of {@link #script()}. */
    public static ReportModel model() {
        CycleState state = state(script());
        return ReportTemplate.model(FRAMEWORK, state, evaluations(state));
    }

    private static Operand operand(CycleState state, String item) {
        CycleState.Item standing = state.standing(item).orElseThrow();
        return new Operand(
                item,
                standing.organisation(),
                standing.number().value().toPlainString(),
                standing.number().unit(),
                standing.setBy().position());
    }

    private static IndicatorEvaluated evaluated(
            String indicator,
            Verdict verdict,
            long position,
            List<String> missing,
            List<Measure> measures,
            List<Reason> reasons,
            List<Finding> findings) {
        return new IndicatorEvaluated(
                EventScript.CYCLE,
                indicator,
                position,
                "sample-2021",
                "1",
                verdict,
                null,
                missing,
                measures,
                reasons,
                findings);
    }

    private static Indicator indicator(String id, String title, List<FigureSpec> figures, List<MeasureSpec> measures) {
        return new Indicator(id, title, null, figures, measures, List.of(), List.of(slot("narrative_" + id, "")));
    }

    private static Section section(String id, String title, NarrativeSlot... slots) {
        return new Section(id, title, List.of(), List.of(slots));
    }

    private static NarrativeSlot slot(String id, String heading) {
        return new NarrativeSlot(id, heading, ROLES, true, 2000);
    }

    private static FigureSpec figure(String id, String name, Kind kind, int decimals, boolean derived) {
        return new FigureSpec(
                id, name, kind, Unit.NONE, decimals, "2021", derived, ROLES, true, null, null, false, null);
    }
}
