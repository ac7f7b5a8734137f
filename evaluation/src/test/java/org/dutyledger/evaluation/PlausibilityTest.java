package org.dutyledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.Range;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is not usual for a county is taken, and a finding says what was probably meant. */
class PlausibilityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            亿元      | 1    | 200    | 188700.00     | 通常在1至200亿元之间，请核对是否按万元填报（如是，应为18.87亿元）
            亿元      | 1    | 200    | 1887000000.00 | 通常在1至200亿元之间，请核对是否按元填报（如是，应为18.87亿元）
            亿元      | 1    | 200    | 1887.00       | 通常在1至200亿元之间，请核对单位和数值
            亿元      | 1    | 200    | 0.19          | 通常在1至200亿元之间，请核对单位和数值
            万元      | 10   | 100000 | 22976000      | 通常在10至100000万元之间，请核对是否按元填报（如是，应为2297.6万元）
            万元      | 10   | 100000 | 0.23          | 通常在10至100000万元之间，请核对是否按亿元填报（如是，应为2300万元）
            元        | 3000 | 100000 | 2.92          | 通常在3000至100000元之间，请核对是否按万元填报（如是，应为29200元）
            元/生·年  | 300  | 10000  | 0.11          | 通常在300至10000元/生·年之间，请核对是否按万元填报（如是，应为1100元/生·年）
            %         | 2    | 100    | 1             | 通常在2至100%之间，请核对是否按小数填报（如是，应为100%）
            %         | 2    | 100    | 0.826         | 通常在2至100%之间，请核对是否按小数填报（如是，应为82.6%）
            %         | 2    | 100    | 0             | 通常在2至100%之间，请核对单位和数值
            人        | 100  | -      | 3             | 通常不低于100人，请核对是否按万人填报（如是，应为30000人）
            所        | -    | 500    | 4800          | 通常不超过500所，请核对单位和数值
            """)
    void unusualNumber_givesAFinding_withWhatWasProbablyMeant(
            String unit, BigDecimal min, BigDecimal max, String value, String text) {
        IndicatorEvaluated evaluated = evaluated(unit, new Range(min, max), value);
        assertThat(evaluated.verdict()).isEqualTo(Verdict.TO_VERIFY);
        assertThat(evaluated.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("1.figure.implausible");
            assertThat(finding.text()).isEqualTo("figure：填报值" + value + unit + "，" + text);
            assertThat(finding.operands()).singleElement().satisfies(o -> assertThat(o.value())
                    .isEqualTo(value));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.00", "18.87", "200", "200.00"})
    void usualNumber_givesNone_atTheEndsNeither(String value) {
        IndicatorEvaluated evaluated = evaluated("亿元", new Range(new BigDecimal("1"), new BigDecimal("200")), value);
        assertThat(evaluated.findings()).isEmpty();
        assertThat(evaluated.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void numberThatIsReturnedOrWithdrawn_givesNoSuchFinding() {
        for (State state : Set.of(State.RETURNED, State.WITHDRAWN)) {
            Item unusual = number("亿元", "188700.00").in(state, 2);
            assertThat(evaluated("亿元", new Range(BigDecimal.ONE, BigDecimal.TEN), unusual)
                            .findings())
                    .extracting(Finding::id)
                    .doesNotContain("1.figure.implausible");
        }
    }

    /** Both amounts are usual for a county; that it grew tenfold in a year is not. */
    @Test
    void growthOverTheBaseYear_thatIsUnusual_isToBeVerified() {
        CompiledFramework framework = new CompiledFramework(
                FrameworkFiles.newest("zhejiang-county-2021").framework());
        CurrentItems items = new CurrentItems();
        items.put(budget("general_public_budget_education", "18.87"));
        items.put(budget("general_public_budget_education_previous", "1.80"));
        assertThat(new Evaluator(framework).evaluate("c", "8", 0, items).findings())
                .filteredOn(finding -> finding.id().endsWith("implausible"))
                .extracting(Finding::text)
                .containsExactly("一般公共预算教育经费比上年增长：测算值948.33%，通常在-50至100%之间，请核对测算依据的各项数据");
        items.put(budget("general_public_budget_education_previous", "18.00"));
        assertThat(new Evaluator(framework).evaluate("c", "8", 0, items).findings())
                .extracting(Finding::id)
                .doesNotContain("8.general_public_budget_education_growth.computed-implausible");
    }

    private static Item budget(String figure, String amount) {
        return new Item(figure, "czj", State.SUBMITTED, new BigDecimal(amount), null, "亿元", 1, 1);
    }

    /** Every figure of money and every rate has a range: there a wrong unit is likely. */
    @Test
    void figuresOfMoneyAndRates_haveARange_inTheNewestFramework() {
        assertThat(FrameworkFiles.newest("zhejiang-county-2021").framework().holders().stream()
                        .flatMap(holder -> holder.figures().stream())
                        .filter(f -> f.unit().money() || f.unit() == Unit.PERCENT)
                        .filter(f -> f.plausible().equals(Range.ANY)))
                .isEmpty();
    }

    private static IndicatorEvaluated evaluated(String unit, Range usual, String value) {
        return evaluated(unit, usual, number(unit, value));
    }

    private static IndicatorEvaluated evaluated(String unit, Range usual, Item item) {
        CurrentItems items = new CurrentItems();
        items.put(item);
        return new Evaluator(new CompiledFramework(new Frameworks()
                        .plausible("figure", Unit.of(unit).orElseThrow(), 0, usual)
                        .indicator("1", 1)
                        .build()))
                .evaluate("c", "1", 0, items);
    }

    private static Item number(String unit, String value) {
        return new Item("figure", "czj", State.SUBMITTED, new BigDecimal(value), null, unit, 1, 1);
    }
}
