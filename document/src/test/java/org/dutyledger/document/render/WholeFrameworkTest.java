package org.dutyledger.document.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.document.checker.ReportChecker;
import org.dutyledger.document.checker.ReportDocument;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportModel.Kind;
import org.dutyledger.document.template.ReportModel.Paragraph;
import org.dutyledger.document.template.ReportTemplate;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;

/** Every figure of the framework of 2021, submitted once and named once in the text of its indicator. */
class WholeFrameworkTest {
    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    private final EventScript script = new EventScript(FRAMEWORK).open();
    private final Map<FigureSpec, String> values = new LinkedHashMap<>();
    private final ReportModel model = model();

    @Test
    void skeleton_isThatOfTheReport() {
        List<String> heads = model.body().stream()
                .map(Paragraph::head)
                .filter(h -> !h.isEmpty())
                .toList();
        assertThat(heads).filteredOn(h -> h.matches("[一二三四]、.*")).containsExactly("一、自查情况", "二、工作成效", "三、存在问题与工作举措");
        assertThat(heads.subList(1, heads.indexOf("二、工作成效")))
                .filteredOn(h -> h.startsWith("（"))
                .containsExactly("（一）落实教育优先发展战略", "（二）落实立德树人的根本任务", "（三）落实教育保障政策", "（四）落实管理规范要求", "（五）人民满意");
        assertThat(heads)
                .filteredOn(h -> Character.isDigit(h.charAt(0)))
                .extracting(h -> h.substring(0, h.indexOf('.')))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(heads.subList(heads.indexOf("三、存在问题与工作举措") + 1, heads.size()))
                .containsExactly(
                        "（一）持续加强党对教育工作的全面领导", "（二）进一步落实立德树人根本任务", "（三）促进义务教育优质均衡发展", "（四）推进学前教育优质普惠发展", "（五）建设高素质教师队伍");
    }

    @Test
    void nothingIsMissing() {
        assertThat(model.body().stream().flatMap(p -> p.runs().stream()).filter(r -> r.kind() == Kind.MISSING))
                .isEmpty();
    }

    @Test
    void everyItem_isPrintedUnderItsHolder_inBothForms() {
        for (RenderedFile file : RenderingTest.render(model)) {
            ReportDocument read = ReportChecker.read(file.bytes());
            assertThat(ReportChecker.problems(read, script.ledger())).isEmpty();
            List<String> lost = new ArrayList<>();
            for (EvidenceHolder holder : FRAMEWORK.holders()) {
                for (FigureSpec figure : holder.figures()) {
                    if (!ReportChecker.prints(read, holder.id(), values.get(figure))) {
                        lost.add(holder.id() + " " + figure.id());
                    }
                }
            }
            assertThat(lost).as(file.name()).isEmpty();
            assertThat(read.verdicts()).hasSize(20).containsEntry("20", "待填报");
        }
    }

    @Test
    void declaredValues_areMarkedSo() {
        ReportDocument read =
                ReportChecker.read(new HtmlRenderer().render(model).bytes());
        FRAMEWORK.holders().stream()
                .flatMap(h -> h.figures().stream())
                .filter(f -> f.derived() && f.kind() == FigureSpec.Kind.NUMBER)
                .forEach(f -> assertThat(read.rows().values())
                        .filteredOn(r -> r.name().equals(f.name()))
                        .as(f.id())
                        .isNotEmpty()
                        .allMatch(r -> r.origin().equals("填报单位申报")));
    }

    private ReportModel model() {
        int next = 11;
        for (EvidenceHolder holder : FRAMEWORK.holders()) {
            StringBuilder text = new StringBuilder("材料");
            for (FigureSpec figure : holder.figures()) {
                submit(figure, next++);
                text.append("，").append("{{").append(figure.id()).append("}}");
            }
            for (NarrativeSlot slot : holder.slots()) {
                script.narrative(slot.id(), text + "。");
            }
        }
        // nothing computed, so that each figure is printed as submitted
        Map<String, IndicatorEvaluated> evaluations = FRAMEWORK.indicators().stream()
                .collect(Collectors.toMap(Indicator::id, i -> pending(i.id(), script.last())));
        return ReportTemplate.model(FRAMEWORK, Samples.state(script), evaluations);
    }

    private static IndicatorEvaluated pending(String indicator, long position) {
        return new IndicatorEvaluated(
                EventScript.CYCLE,
                indicator,
                position,
                FRAMEWORK.id(),
                FRAMEWORK.version(),
                Verdict.PENDING,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private void submit(FigureSpec figure, int number) {
        if (figure.kind() == FigureSpec.Kind.NUMBER) {
            values.put(figure, Integer.toString(number));
            Basis basis = figure.derived() ? Basis.DECLARED : figure.lowerBound() ? Basis.AT_LEAST : Basis.REPORTED;
            script.figure(figure.id(), Integer.toString(number), figure.unit().symbol(), basis);
        } else {
            values.put(figure, "第" + number + "号文件");
            script.fact(figure.id(), "第" + number + "号文件");
        }
    }
}
