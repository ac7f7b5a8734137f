package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dutyledger.indicators.RuleSpec.Certainty;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.junit.jupiter.api.Test;

class BundledFrameworkTest {
    private final Framework framework = FrameworkReader.bundled("zhejiang-county-2021");

    @Test
    void outline_isThatOfTheReport() {
        assertThat(framework.groups()).extracting(g -> g.indicators().size()).containsExactly(4, 3, 9, 3, 1);
        assertThat(framework.groups())
                .extracting(Group::title)
                .containsExactly("落实教育优先发展战略", "落实立德树人的根本任务", "落实教育保障政策", "落实管理规范要求", "人民满意");
        assertThat(framework.indicators())
                .extracting(Indicator::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(framework.sections()).extracting(Section::id).containsExactly("preface", "results", "problems");
    }

    @Test
    void headings_ofTheLastPart_areNumbered() {
        assertThat(framework.holder("problems").orElseThrow().slots())
                .extracting(NarrativeSlot::heading)
                .containsExactly(
                        "",
                        "（一）持续加强党对教育工作的全面领导",
                        "（二）进一步落实立德树人根本任务",
                        "（三）促进义务教育优质均衡发展",
                        "（四）推进学前教育优质普惠发展",
                        "（五）建设高素质教师队伍");
    }

    @Test
    void everyIndicator_hasOneText_theDoubleReductionTwo() {
        for (Indicator indicator : framework.indicators()) {
            assertThat(indicator.slots()).hasSize(indicator.id().equals("17") ? 2 : 1);
            assertThat(indicator.rules()).as(indicator.title()).isNotEmpty();
        }
    }

    @Test
    void points_areNotInvented() {
        assertThat(framework.grading().name()).isEqualTo("verdict-only");
        assertThat(framework.grading().weights()).isEmpty();
    }

    @Test
    void numbers_haveTheRangeOfTheirUnit() {
        for (EvidenceHolder holder : framework.holders()) {
            for (FigureSpec figure : holder.figures()) {
                if (figure.kind() == FigureSpec.Kind.NUMBER) {
                    assertThat(figure.min()).as(figure.id()).isNotNull();
                }
            }
        }
        assertThat(framework
                        .figure("preschool_gross_enrolment_rate")
                        .orElseThrow()
                        .max())
                .as("may exceed 100")
                .isEqualByComparingTo("200");
        assertThat(framework.figure("school_disparity_cv_first").orElseThrow().max())
                .isEqualByComparingTo("2");
        assertThat(framework.figure("two_teach_one_care_rate").orElseThrow().max())
                .isEqualByComparingTo(BigDecimal.valueOf(100));
    }

    @Test
    void rulesThatFail_nameTheirStandard() {
        assertThat(framework.indicators())
                .flatExtracting(Indicator::rules)
                .filteredOn(r -> r.effect() == Effect.FAIL)
                .isNotEmpty()
                .allMatch(r -> r.source() != null && r.certainty() != Certainty.LOW);
    }

    @Test
    void everyRole_submitsSomething() {
        Set<String> submitting = framework.holders().stream()
                .flatMap(h -> h.figures().stream())
                .flatMap(f -> f.submitters().stream())
                .collect(Collectors.toSet());
        assertThat(framework.roles().keySet()).isEqualTo(submitting);
    }

    @Test
    void versionIsTheFile_byItsHash() {
        assertThat(framework.sha256()).matches("[0-9a-f]{64}");
        assertThat(FrameworkReader.bundled("zhejiang-county-2021")).isEqualTo(framework);
    }

    @Test
    void unknownFramework_isReported() {
        assertThatThrownBy(() -> FrameworkReader.bundled("atlantis"))
                .isInstanceOf(FrameworkException.class)
                .hasMessage("frameworks/atlantis.yaml: no such framework is shipped");
    }
}
