package org.dutyledger.document.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.state.CycleFold;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Origin;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.document.template.ReportModel.Source;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.junit.jupiter.api.Test;

class ReportTemplateTest {
    private final ReportModel model = Samples.model();

    @Test
    void model_isTheApprovedOne() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("sample-model.approved.json")) {
            String approved = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(new String(model.canonical(), StandardCharsets.UTF_8)).isEqualTo(approved);
        }
    }

    @Test
    void sameEvents_giveTheSameHash() {
        assertThat(Samples.model().sha256()).isEqualTo(model.sha256()).hasSize(64);
    }

    @Test
    void parts_areInTheOrderOfTheReport() {
        assertThat(model.body().stream().filter(p -> !p.head().isEmpty()).map(Paragraph::head))
                .containsExactly(
                        "一、自查情况",
                        "（一）落实教育优先发展战略",
                        "1.加强党对教育工作全面领导。",
                        "（二）落实管理规范要求",
                        "2.落实“双减”工作要求。",
                        "3.社会满意度测评。",
                        "二、工作成效",
                        "三、存在问题与工作举措",
                        "（一）建设高素质教师队伍");
        assertThat(model.title()).isEqualTo("绍兴市越城区人民政府履行教育职责自评报告（2021年度）");
    }

    @Test
    void firstParagraphOfAnIndicator_carriesTheHead_theSecondDoesNot() {
        List<Paragraph> two =
                model.body().stream().filter(p -> p.holder().equals("2")).toList();
        assertThat(two).hasSize(2);
        assertThat(two.get(0).anchor()).isEqualTo("indicator-2");
        assertThat(two.get(1).head()).isEmpty();
        assertThat(text(two.get(1))).isEqualTo("第二段无数字。");
    }

    @Test
    void computedValue_isInTheBody_theDeclaredOneInTheAnnexWithTheDifference() {
        assertThat(text(indicator("2"))).contains("压减率86.8%");
        Source rate = source("rate", Origin.COMPUTED);
        assertThat(rate.event()).isNull();
        assertThat(rate.computation().difference()).isEqualByComparingTo(new BigDecimal("0.1"));
        assertThat(rate.computation().declaredValue()).isEqualTo("86.7");
        assertThat(rate.computation().formula()).isEqualTo("转非学科类和注销数 ÷ 学科类培训机构总数 × 100");
        assertThat(rate.computation().inputs().stream().map(id -> byId(id).item()))
                .containsExactly("removed", "total");
        Source declared = byId(rate.computation().declared());
        assertThat(declared.origin()).isEqualTo(Origin.DECLARED);
        assertThat(declared.printed()).isFalse();
        assertThat(declared.event()).isNotNull();
    }

    @Test
    void missingItem_isVisible_andItsNameBringsNoNumber() {
        Run missing = indicator("3").runs().get(1);
        assertThat(missing.kind()).isEqualTo(Kind.MISSING);
        assertThat(missing.text()).isEqualTo("〔待填报：“五个一〇〇%”满意度〕");
    }

    @Test
    void missingNarrative_isVisible() {
        assertThat(model.body().get(model.body().size() - 1).runs().get(0).text())
                .isEqualTo("〔待填报：建设高素质教师队伍（文字材料）〕");
    }

    @Test
    void lowerBound_isPrintedAsSuch_onlyOnce() {
        assertThat(text(indicator("1"))).contains("20余家单位");
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("bases", "20", "家", Basis.AT_LEAST)
                .narrative("narrative_1", "与{{bases}}余家单位、{{bases}}家共建。");
        ReportModel other = Samples.model(script);
        Paragraph one = other.body().stream()
                .filter(p -> p.holder().equals("1"))
                .findFirst()
                .orElseThrow();
        assertThat(text(one)).isEqualTo("与20余家单位、20余家共建。");
    }

    @Test
    void everyOccurrence_hasItsOwnRow_numberedInOrder() {
        List<String> printed = model.body().stream()
                .flatMap(p -> p.runs().stream())
                .map(Run::source)
                .filter(s -> s != null)
                .toList();
        assertThat(printed).doesNotHaveDuplicates().isSorted().startsWith("N0001");
        assertThat(model.sources().stream().filter(Source::printed).map(Source::id))
                .containsExactlyElementsOf(printed);
    }

    @Test
    void numbersThatAreNoStatistics_arePrintedAsTheyAreTyped() {
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("leaders", "18", "人", Basis.REPORTED)
                .narrative("narrative_1", "按教基〔2021〕43号,自2021年9月1日起{{leaders}}位领导落实“5+2”，每天不少于1小时。");
        Paragraph paragraph = Samples.model(script).body().stream()
                .filter(p -> p.holder().equals("1"))
                .findFirst()
                .orElseThrow();
        assertThat(text(paragraph)).isEqualTo("按教基〔2021〕43号，自2021年9月1日起18位领导落实“5+2”，每天不少于1小时。");
        assertThat(paragraph.runs())
                .filteredOn(run -> run.kind() == Kind.LITERAL)
                .extracting(Run::text)
                .containsExactly("〔2021〕43号", "2021年9月1日", "5+2", "每天不少于1小时");
    }

    @Test
    void typedNumberInAStoredNarrative_isNotPrinted() {
        EventScript script = new EventScript(Samples.FRAMEWORK).open().narrative("narrative_1", "共３５所和1,200.5人。");
        ReportModel other = Samples.model(script);
        assertThat(text(other.body().stream()
                        .filter(p -> p.holder().equals("1"))
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo("共〔无来源数字〕所和〔无来源数字〕人。");
    }

    @Test
    void numberWithoutASource_cannotBeBuilt() {
        assertThatThrownBy(() -> new Run(Kind.TEXT, "共5所", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Run(Kind.TEXT, "共５所", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Run(Kind.NUMBER, "5", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Run(Kind.TEXT, "共", "N0001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void decimals_areThoseOfTheFramework() {
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("satisfaction", "8.98", "分", Basis.REPORTED)
                .narrative("narrative_3", "得分{{satisfaction}}分");
        ReportModel other = Samples.model(script);
        assertThat(other.sources().get(1).value()).isEqualTo("8.980");
    }

    @Test
    void cycleThatHasNotOpened_hasNoReport() {
        CycleState nothing = CycleFold.fold("other", 0, List.of());
        assertThatThrownBy(() -> ReportTemplate.model(Samples.FRAMEWORK, nothing, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Paragraph indicator(String id) {
        return model.body().stream()
                .filter(p -> p.holder().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Source source(String item, Origin origin) {
        return model.sources().stream()
                .filter(s -> s.item().equals(item) && s.origin() == origin)
                .findFirst()
                .orElseThrow();
    }

    private Source byId(String id) {
        return model.sources().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        paragraph.runs().forEach(r -> text.append(r.text()));
        return text.toString();
    }
}
