package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dutyledger.indicators.RuleSpec.Effect;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The framework has the thresholds of the public standards, as written there. */
class StandardsTest {
    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    private static final Map<String, RuleSpec> RULES = new TreeMap<>();
    private static final Map<String, MeasureSpec> MEASURES = new TreeMap<>();

    @BeforeAll
    static void index() {
        for (Indicator indicator : FRAMEWORK.indicators()) {
            indicator.rules().forEach(r -> RULES.put(r.id(), r));
            indicator.measures().forEach(m -> MEASURES.put(m.id(), m));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gross_enrolment_reached, preschool_gross_enrolment_rate >= 85.0, 教督〔2020〕1号",
        "inclusive_coverage_reached, inclusive_kindergarten_coverage >= 80.0, 教督〔2020〕1号",
        "public_share_reached, public_kindergarten_share >= 50.0, 教督〔2020〕1号",
        "teacher_child_ratio_reached, teacher_child_ratio <= 15.0, 教督〔2020〕1号",
        "cv_within_both_limits, school_disparity_cv_first <= 0.45 && school_disparity_cv_second <= 0.45, 教督〔2017〕6号",
        "exchange_rate_reached, exchange_rate >= 10.0, 教师〔2014〕4号",
        "exchange_backbone_reached, exchange_backbone_rate >= 20.0, 教师〔2014〕4号",
        "staffing_standard_junior, pupil_teacher_ratio_junior <= 13.5, 中央编办发〔2014〕72号",
        "staffing_standard_primary, pupil_teacher_ratio_primary <= 19.0, 中央编办发〔2014〕72号",
        "public_fund_base_junior, per_student_public_fund_base_junior >= 850.0, 国家基准",
        "public_fund_base_primary, per_student_public_fund_base_primary >= 650.0, 国家基准",
        "budget_only_increases, general_public_budget_education_growth >= 0.0, 国办发〔2018〕82号",
        "salary_ratio, teacher_civil_servant_income_ratio >= 1.0, 义务教育法第三十一条",
        "inspectors_per_school, schools_per_responsible_inspector <= 5.0, 2020",
        "no_public_staff_in_private_schools, public_staff_in_private_schools == 0.0, 教发〔2021〕9号",
        "private_share_limit, private_enrolment_share <= 15.0, 2021",
    })
    void threshold_isAsInItsDocument(String rule, String expression, String source) {
        assertThat(RULES.get(rule).expression()).isEqualTo(expression);
        assertThat(RULES.get(rule).effect()).isEqualTo(Effect.FAIL);
        assertThat(RULES.get(rule).source()).contains(source);
    }

    @ParameterizedTest
    @CsvSource({
        "exchange_rate, exchange_participants / eligible_exchange_teachers * 100, 1",
        "exchange_backbone_rate, exchange_backbone_teachers / exchange_participants * 100, 1",
        "general_public_budget_education_growth, (general_public_budget_education / general_public_budget_education_previous - 1) * 100, 2",
        "per_student_growth_junior, (per_student_expenditure_junior / per_student_expenditure_junior_previous - 1) * 100, 2",
        "preschool_gross_enrolment_rate, children_in_kindergarten / population_3_5 * 100, 0",
        "inclusive_kindergarten_coverage, (children_public + children_inclusive_private) / children_in_kindergarten * 100, 1",
        "public_kindergarten_share, children_public / children_in_kindergarten * 100, 1",
        "training_reduction_rate, training_bodies_removed / training_bodies_total * 100, 1",
        "platform_rate, training_bodies_on_platform / training_bodies_kept_nonprofit * 100, 1",
        "private_enrolment_share, private_compulsory_pupils / compulsory_pupils * 100, 2",
        "inspection_rectification_rate, contact_notes_closed / inspection_contact_notes * 100, 0",
        "visits_per_unit_month, inspection_visits / (supervised_units * 12), 2",
        "satisfaction_gap_to_province, satisfaction_overall - satisfaction_province_overall, 3",
    })
    void formula_isThatOfTheDefinition(String measure, String expression, int decimals) {
        assertThat(MEASURES.get(measure).expression()).isEqualTo(expression);
        assertThat(MEASURES.get(measure).decimals()).isEqualTo(decimals);
    }

    @Test
    void unsureStandards_neverFail() {
        assertThat(RULES.values())
                .filteredOn(r -> r.certainty() == RuleSpec.Certainty.LOW)
                .isNotEmpty()
                .noneMatch(r -> r.effect() == Effect.FAIL || r.effect() == Effect.VERIFY);
    }

    @Test
    void checks_areOfTheTaxonomy() {
        assertThat(RULES.values())
                .extracting(RuleSpec::check)
                .isSubsetOf(
                        "unit",
                        "sum",
                        "ratio",
                        "yoy",
                        "range",
                        "threshold",
                        "cross",
                        "period",
                        "ranking",
                        "completeness");
    }

    /** What is printed behind 符合 asks for nothing. */
    @Test
    void textOfARuleThatHolds_asksForNothing() {
        assertThat(RULES.values())
                .extracting(RuleSpec::met)
                .noneMatch(text -> Pattern.compile("请|须|应[^有]").matcher(text).find());
    }

    /** A rule that prints a percentage without its operand would be a number from nowhere. */
    @Test
    void everyRule_printsAnOperand_inChinese() {
        assertThat(RULES.values()).allSatisfy(rule -> assertThat(List.of(rule.met(), rule.unmet()))
                .allSatisfy(text -> {
                    assertThat(text).contains("{{").containsPattern("\\p{IsHan}");
                    assertThat(Pattern.compile("\\{\\{\\w+}}").matcher(text).replaceAll(""))
                            .as(rule.id())
                            .doesNotContainPattern("[,;:()]");
                }));
    }
}
