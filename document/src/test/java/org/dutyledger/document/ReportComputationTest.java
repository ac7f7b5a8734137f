package org.dutyledger.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Records;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Result;
import org.dutyledger.document.template.ReportModel.Source;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated.Measure;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.FrameworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportComputationTest {
    @Test
    void measuresAndVerdicts_areComputed() {
        Report report = Samples.report(Samples.script());
        assertThat(report.evaluations().values())
                .extracting(e -> e.indicator() + " " + e.verdict())
                .containsExactly("1 PASS", "2 TO_VERIFY", "3 PENDING");
        assertThat(report.evaluations().get("2").measures())
                .extracting(Measure::value)
                .hasToString("[86.8]");
        assertThat(report.model().results()).extracting(Result::verdict).containsExactly("合格", "待核实", "待填报");
    }

    /** The framework sets them; what was submitted sets none. */
    @Test
    void digitsOfTitles_arePrinted() {
        byte[] file = new String(Records.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                .replace("  - title: 数据", "  - title: 2021年数据")
                .replace("        title: 数据", "        title: 3.2.1 师生比（1：15）")
                .replace("sections: []", "sections: [{id: plan, title: 第14个五年规划}]")
                .getBytes(StandardCharsets.UTF_8);
        ReportComputation computation = ReportComputation.of(file);
        EventScript script = new EventScript(computation.framework()).open();
        ReportModel model = computation
                .of(EventScript.CYCLE, script.last(), script.recorded())
                .model();
        assertThat(model.body()).extracting(Paragraph::head).contains("（一）2021年数据", "1.3.2.1师生比（1：15）。", "二、第14个五年规划");
        assertThat(model.results().get(0).title()).isEqualTo("3.2.1 师生比（1：15）");
        assertThat(new Renderers().files(model)).hasSize(2);
    }

    @Test
    void whatDoesNotApply_isPrintedSo_withoutAUnit() {
        byte[] file = new String(Samples.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                .replaceFirst("inputs: \\[removed, total]", "appliesIf: 'total > 0', inputs: [removed, total]")
                .getBytes(StandardCharsets.UTF_8);
        ReportComputation computation = ReportComputation.of(file);
        EventScript script = new EventScript(computation.framework())
                .open()
                .figure("total", "0", "家", Basis.REPORTED)
                .figure("removed", "0", "家", Basis.REPORTED)
                .narrative("narrative_2", "共有{{total}}家机构，压减率{{rate}}%，{{rate}}。");
        ReportModel model = computation
                .of(EventScript.CYCLE, script.last(), script.recorded())
                .model();
        assertThat(model.body())
                .extracting(p -> p.runs().stream().map(ReportModel.Run::text).collect(Collectors.joining()))
                .contains("共有0家机构，压减率不适用，不适用。");
        Result result = model.results().get(1);
        assertThat(result.verdict()).isEqualTo("合格");
        assertThat(result.missing()).isEmpty();
        assertThat(result.reasons())
                .extracting(ReportModel.Reason::outcome, ReportModel.Reason::text)
                .containsExactly(tuple("不适用", "压减率"), tuple("符合", "转非和注销0家与总数0家一致"));
        assertThat(new Renderers().files(model)).hasSize(2);
    }

    @Test
    void anEarlierPosition_givesTheReportOfThen() {
        EventScript script = Samples.script();
        Report then = Samples.report(script);
        script.corrected("removed", "212", "家", "184").returned("leaders");
        Report now = Samples.report(script);
        assertThat(now.evaluations().get("2").verdict()).isEqualTo(Verdict.PASS);
        assertThat(now.evaluations().get("1").verdict()).isEqualTo(Verdict.PENDING);
        assertThat(Samples.COMPUTATION
                        .of(EventScript.CYCLE, then.state().upTo(), script.recorded())
                        .model()
                        .canonical())
                .isEqualTo(then.model().canonical());
    }

    @Test
    void returnedItem_isMissing_untilItIsPutRight() {
        EventScript script = Samples.script().returned("total").returned("narrative_2");
        Report report = Samples.report(script);
        assertThat(report.evaluations().get("2").missing()).containsExactly("total", "narrative_2");
        assertThat(report.evaluations().get("2").measures()).isEmpty();
        assertThat(report.model().results().get(1).findings())
                .containsExactly("学科类培训机构总数：已退回，待填报单位更正", "文字材料：已退回，待填报单位更正");
        assertThat(report.model().sources()).extracting(Source::item).doesNotContain("total");
        assertThat(new String(report.model().canonical(), StandardCharsets.UTF_8))
                .contains("〔已退回，待更正：落实“双减”工作要求（文字材料）〕");
        script.corrected("total", "213", "家", "212");
        script.narrative("narrative_2", "共有{{total}}家机构。");
        assertThat(Samples.report(script).evaluations().get("2").missing()).isEmpty();
        assertThat(Samples.report(script).model().results().get(1).findings()).noneMatch(f -> f.contains("退回"));
    }

    @Test
    void placeholderOfAReturnedItem_isMarked() {
        Report report = Samples.report(Samples.script().returned("leaders"));
        assertThat(new String(report.model().canonical(), StandardCharsets.UTF_8))
                .contains("〔已退回，待更正：联系学校的区领导人数〕");
    }

    @Test
    void withdrawnItem_isMissing() {
        Report report = Samples.report(Samples.script().withdrawn("total"));
        assertThat(report.evaluations().get("2").missing()).contains("total");
        assertThat(report.evaluations().get("2").measures()).isEmpty();
    }

    @Test
    void lineEndings_makeAnotherFramework() {
        byte[] other = new String(Samples.FRAMEWORK_FILE, StandardCharsets.UTF_8)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        ReportComputation computation = ReportComputation.of(other);
        assertThatThrownBy(() -> computation.of(Samples.state(Samples.script())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Samples.FRAMEWORK.sha256());
    }

    @Test
    void openingThatNamesOtherHolders_hasNoReport() {
        EventScript script = Samples.script();
        CycleOpenedV2 opened = (CycleOpenedV2) script.recorded().get(0).event();
        List<String> reversed = new ArrayList<>(opened.holders());
        Collections.reverse(reversed);
        EventScript other = new EventScript(Samples.FRAMEWORK)
                .add(
                        "cycle/" + EventScript.CYCLE,
                        new CycleOpenedV2(
                                opened.cycle(),
                                opened.jurisdiction(),
                                opened.jurisdictionName(),
                                opened.year(),
                                opened.framework(),
                                opened.frameworkVersion(),
                                opened.frameworkSha256(),
                                null,
                                reversed))
                .figure("leaders", "18", "人", Basis.REPORTED);
        assertThatThrownBy(() -> Samples.report(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cycleThatHasNotOpened_hasNoReport() {
        assertThatThrownBy(() -> Samples.COMPUTATION.of("other", 5, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesThatAreNoFramework_areRefused() {
        assertThatThrownBy(() -> ReportComputation.of("no: framework".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FrameworkException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "leaders, 1, 万人, 'is a number in 万人, the framework has a number in 人'",
        "leaders, 1, '', 'is a number without a unit, the framework has a number in 人'",
        "policy, 1, 人, 'is a number in 人, the framework has a text'",
        "narrative_1, 1, 人, 'is a number in 人, the framework has a text'"
    })
    void numberInAnotherUnit_isRefused(String item, String value, String unit, String why) {
        EventScript script = Samples.script().figure(item, value, unit, Basis.REPORTED);
        assertThatThrownBy(() -> Samples.report(script))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("item " + item + " at position " + script.last() + " " + why);
    }

    @Test
    void textInPlaceOfANumber_isRefused() {
        EventScript script = Samples.script().fact("leaders", "十八");
        assertThatThrownBy(() -> Samples.report(script))
                .hasMessageContaining("is a text, the framework has a number in 人");
    }
}
