package org.dutyledger.document.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.indicators.Framework;

/** A small framework with one of everything that rules and template treat in their own way. */
public final class Samples {
    /** The bytes of the framework file. */
    public static final byte[] FRAMEWORK_FILE = file();

    public static final ReportComputation COMPUTATION = ReportComputation.of(FRAMEWORK_FILE);
    public static final Framework FRAMEWORK = COMPUTATION.framework();

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

    public static CycleState state(EventScript script) {
        return CycleFold.fold(EventScript.CYCLE, script.last(), script.recorded());
    }

    /** The report of all events of a script for the small framework. */
    public static Report report(EventScript script) {
        return COMPUTATION.of(state(script));
    }

    /** The model of all events of a script for the small framework. */
    public static ReportModel model(EventScript script) {
        return report(script).model();
    }

    /** The model of {@link #script()}. */
    public static ReportModel model() {
        return model(script());
    }

    /** Scoring's evaluations of the events of a script so far. */
    public static List<IndicatorEvaluated> evaluations(Framework framework, EventScript script) {
        Map<String, IndicatorEvaluated> all =
                new ReportComputation(framework).of(state(script)).evaluations();
        return List.copyOf(all.values());
    }

    private static byte[] file() {
        try (InputStream in = Samples.class.getResourceAsStream("sample-2021.yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
