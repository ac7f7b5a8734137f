package org.dutyledger.report.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.ReportComputation.Report;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.EvidenceEvent.NarrativeSubmitted;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkReader;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.kit.Problem;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final String CYCLE = EventScript.CYCLE;
    private static final String OTHER = "330602-czj";
    private final EventScript script = Samples.script();

    private EventScript complete() {
        return script.figure("satisfaction", "97.123", "分", Basis.REPORTED).narrative("narrative_team", "加强培训。");
    }

    @Test
    void completeReport_hasNothingOpen_alsoWithAVerdictToVerify() {
        Report report = Samples.report(complete());
        assertThat(report.evaluations().get("2").verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(Completeness.open(Samples.FRAMEWORK, report)).isEmpty();
        assertThatCode(() -> Completeness.require(Samples.FRAMEWORK, report)).doesNotThrowAnyException();
    }

    @Test
    void missingFigureAndText_areNamedWithPlaceNameAndReason() {
        assertThatThrownBy(() -> Completeness.require(Samples.FRAMEWORK, Samples.report(script)))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.status()).isEqualTo(409);
                    assertThat(p.code()).isEqualTo("REPORT_INCOMPLETE");
                    assertThat(p.getMessage())
                            .startsWith("2 items are missing or open (at most 100 are listed)")
                            .contains("\"incomplete\": true", "报告尚不完整：共2项缺报");
                    assertThat(p.items())
                            .containsExactly(
                                    new Problem.Item(
                                            0,
                                            "satisfaction",
                                            "ITEM_MISSING",
                                            "indicator 3, satisfaction was not submitted",
                                            "指标3（社会满意度测评）“五个100%”满意度：尚未填报"),
                                    new Problem.Item(
                                            1,
                                            "narrative_team",
                                            "ITEM_MISSING",
                                            "section problems, narrative_team was not submitted",
                                            "（存在问题与工作举措）建设高素质教师队伍：尚未填报"));
                });
    }

    @Test
    void withdrawnItem_isOpen_untilItIsSubmittedAgain() {
        complete().withdrawn("leaders");
        assertThat(open()).containsExactly("leaders ITEM_WITHDRAWN []");
        script.figure("leaders", "18", "人", Basis.REPORTED);
        assertThat(open()).isEmpty();
    }

    @Test
    void returnedItem_isOpen_untilItIsCorrectedOrAccepted() {
        complete().returned("leaders").returned("narrative_results");
        assertThat(open())
                .containsExactly("leaders ITEM_RETURNED [越城区教体局]", "narrative_results ITEM_RETURNED [越城区教体局]");
        script.corrected("leaders", "19", "人", "18")
                .item("narrative_results", new ItemAccepted(CYCLE, "results", "narrative_results", "330602-jtj", "r2"));
        assertThat(open()).isEmpty();
    }

    @Test
    void valueOfAnother_doesNotHideAReturnedOne() {
        complete().returned("leaders");
        given("leaders", "18", Basis.REPORTED);
        assertThat(open()).containsExactly("leaders ITEM_RETURNED [越城区教体局]");
        script.withdrawn("leaders");
        assertThat(open()).isEmpty();
    }

    @Test
    void differentValues_areContested_equalOnesAreNot() {
        complete();
        given("leaders", "18", Basis.REPORTED);
        assertThat(open()).isEmpty();
        given("leaders", "17", Basis.REPORTED);
        assertThat(open()).containsExactly("leaders ITEM_CONTESTED [" + OTHER + ", 越城区教体局]");
        script.item("leaders", new ItemWithdrawn(CYCLE, "1", "leaders", OTHER, "s4", "误报"));
        assertThat(open()).isEmpty();
    }

    @Test
    void sameNumberAsALowerBoundAndExact_isContested() {
        complete();
        given("bases", "20", Basis.REPORTED);
        assertThat(open()).containsExactly("bases ITEM_CONTESTED [" + OTHER + ", 越城区教体局]");
    }

    @Test
    void differentTextsOfASection_areContested_withoutAnEvaluation() {
        complete()
                .item(
                        "narrative_results",
                        new NarrativeSubmitted(CYCLE, "results", "narrative_results", OTHER, "s4", "另一段。"));
        assertThat(open()).containsExactly("narrative_results ITEM_CONTESTED [" + OTHER + ", 越城区教体局]");
        script.item(
                "narrative_results", new ItemReturned(CYCLE, "results", "narrative_results", OTHER, "r4", "以教体局为准"));
        assertThat(open()).containsExactly("narrative_results ITEM_RETURNED [" + OTHER + "]");
    }

    /** The intake does not know what the fact says when it reads the text. */
    @Test
    void textWithAMark_isUnclear_untilItIsRewritten() {
        complete().fact("policy", "浙政〔2022〕5");
        assertThat(open()).isEmpty();
        script.narrative("narrative_results", "依据{{policy}}册图书。");
        assertThat(open()).containsExactly("narrative_results ITEM_UNCLEAR []");
        script.narrative("narrative_results", "依据{{policy}}号。");
        assertThat(open()).isEmpty();
    }

    @Test
    void computedFigure_needsNoDeclaredValue_butItsInputs() {
        complete().withdrawn("rate");
        assertThat(open()).isEmpty();
        script.withdrawn("total");
        assertThat(open()).containsExactly("total ITEM_WITHDRAWN []", "rate ITEM_WITHDRAWN []");
    }

    @Test
    void blankText_isMissing() {
        complete().narrative("narrative_team", "　");
        assertThat(open()).containsExactly("narrative_team ITEM_MISSING []");
    }

    @Test
    void optionalItem_isOpenOnlyWhereItIsReturnedOrQuoted() {
        Framework optional = framework("id: leaders, ", "id: leaders, required: false, ");
        complete().withdrawn("leaders").narrative("narrative_1", "按制度办理。").narrative("narrative_problems", "有差距。");
        assertThat(open(optional)).isEmpty();
        script.narrative("narrative_problems", "差距主要是：{{leaders}}位，还是{{leaders}}位。");
        assertThat(open(optional)).containsExactly("leaders ITEM_WITHDRAWN []");
        script.narrative("narrative_problems", "有差距。")
                .figure("leaders", "18", "人", Basis.REPORTED)
                .returned("leaders");
        assertThat(open(optional)).containsExactly("leaders ITEM_RETURNED [越城区教体局]");
    }

    @Test
    void quotedMeasureWithoutAValue_isOpen() {
        Framework optional = framework(
                "{id: rate, name: 压减率, expression", "{id: share, name: 压减率, expression",
                "{id: rate, name: 压减率, unit", "{id: rate, required: false, name: 压减率, unit",
                "derived: true, ", "",
                "{id: total, ", "{id: total, required: false, ");
        complete().withdrawn("total").narrative("narrative_2", "压减率{{share}}%。");
        assertThat(open(optional)).containsExactly("share ITEM_NOT_COMPUTED []");
        script.figure("total", "212", "家", Basis.REPORTED);
        assertThat(open(optional)).isEmpty();
    }

    @Test
    void measureThatDoesNotApply_isNotOpen() {
        complete()
                .corrected("removed", "0", "家", "184")
                .corrected("total", "0", "家", "212")
                .withdrawn("rate");
        assertThat(open()).containsExactly("rate ITEM_WITHDRAWN []");
        assertThat(open(framework("inputs: [removed, total]", "appliesIf: 'total > 0', inputs: [removed, total]")))
                .isEmpty();
    }

    @Test
    void pendingIndicators_areExactlyThoseWithOpenItems_ofAnEmptyCycle() {
        Framework framework = FrameworkFiles.newest("zhejiang-county-2021").framework();
        Report report = new ReportComputation(framework).of(Samples.state(new EventScript(framework).open()));
        List<OpenItem> open = Completeness.open(framework, report);
        assertThat(report.evaluations().values()).allMatch(e -> e.verdict() == Verdict.PENDING);
        assertThat(open)
                .filteredOn(o -> report.evaluations().containsKey(o.holder().id()))
                .extracting(OpenItem::item)
                .containsExactlyElementsOf(report.evaluations().values().stream()
                        .flatMap(e -> e.missing().stream())
                        .toList());
        assertThat(open).hasSize(202);
        assertThatThrownBy(() -> Completeness.require(framework, report)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.getMessage()).startsWith("202 items");
            assertThat(p.items()).hasSize(100);
        });
    }

    private void given(String item, String value, Basis basis) {
        String unit = item.equals("bases") ? "家" : "人";
        script.item(
                item,
                new FigureSubmitted(
                        CYCLE, "1", item, OTHER, "s4", new BigDecimal(value), unit, "2021", basis, null, null));
    }

    private List<String> open() {
        return described(Completeness.open(Samples.FRAMEWORK, Samples.report(script)));
    }

    /** What is open when the cycle was opened with another framework. */
    private List<String> open(Framework framework) {
        EventScript there = new EventScript(framework).open();
        script.recorded().stream().skip(there.recorded().size()).forEach(e -> there.add(e.stream(), e.event()));
        return described(Completeness.open(framework, new ReportComputation(framework).of(Samples.state(there))));
    }

    private static List<String> described(List<OpenItem> open) {
        return open.stream()
                .map(o -> o.item() + " " + o.reason() + " " + o.organisations())
                .toList();
    }

    private static Framework framework(String... replacements) {
        String yaml = new String(Samples.FRAMEWORK_FILE, StandardCharsets.UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(yaml).contains(replacements[i]);
            yaml = yaml.replaceFirst(Pattern.quote(replacements[i]), replacements[i + 1]);
        }
        return FrameworkReader.read("sample.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
