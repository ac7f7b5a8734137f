package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.ExpressionException;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;

/** Whatever the printed figures of 2021 let one recompute is recomputed, by a second hand: not by the scoring rules. */
class RecomputationTest {
    private static final Framework FRAMEWORK =
            FrameworkFiles.newest("zhejiang-county-2021").framework();
    private final Map<String, BigDecimal> printed = new HashMap<>();
    private final Map<String, MeasureSpec> measures = new TreeMap<>();

    RecomputationTest() {
        for (CsvRow row : CsvRow.all()) {
            if (row.numeric()) {
                printed.put(row.id(), new BigDecimal(row.value()));
            }
        }
        FRAMEWORK.indicators().forEach(i -> i.measures().forEach(m -> measures.put(m.id(), m)));
    }

    @Test
    void printedFigures_giveTheseMeasures() {
        Map<String, String> computed = new TreeMap<>();
        measures.values().forEach(m -> value(m).ifPresent(v -> computed.put(m.id(), v.toPlainString())));

        assertThat(computed)
                .containsOnly(
                        Map.entry("exchange_participants", "401"),
                        Map.entry("inspectors_total", "71"),
                        Map.entry("platform_rate", "100.0"),
                        Map.entry("preschool_review_items_sum", "36"),
                        Map.entry("preschool_review_pass_rate", "88.9"),
                        Map.entry("satisfaction_simple_mean", "8.718"),
                        Map.entry("schools_per_responsible_inspector", "0.8"),
                        Map.entry("staffing_total", "5796"),
                        Map.entry("training_bodies_sum", "212"),
                        Map.entry("training_reduction_rate", "86.8"),
                        Map.entry("vision_station_rate", "6.3"),
                        Map.entry("visits_per_responsible_inspector", "28.4"));
    }

    @Test
    void onePrintedFigure_isNotWhatItsInputsGive() {
        assertThat(measures.values())
                .filteredOn(m -> printed.containsKey(m.id()))
                .filteredOn(m -> value(m).filter(v -> v.compareTo(printed.get(m.id())) != 0)
                        .isPresent())
                .extracting(MeasureSpec::id)
                .containsExactly("training_reduction_rate");
    }

    @Test
    void lastYearsAmount_wouldGiveTheGrowth() {
        printed.put("general_public_budget_education_previous", new BigDecimal("16.02"));

        assertThat(value(measures.get("general_public_budget_education_growth")))
                .hasValueSatisfying(
                        growth -> assertThat(growth).isBetween(new BigDecimal("17.75"), new BigDecimal("17.85")));
    }

    private Optional<BigDecimal> value(MeasureSpec measure) {
        try {
            return exact(Expression.parse(measure.expression()))
                    .map(v -> v.setScale(measure.decimals(), RoundingMode.HALF_UP));
        } catch (ExpressionException e) {
            throw new AssertionError(measure.id(), e);
        }
    }

    private Optional<BigDecimal> exact(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            MeasureSpec measure = measures.get(name.id());
            return measure == null ? Optional.ofNullable(printed.get(name.id())) : value(measure);
        }
        Expression.Binary binary = (Expression.Binary) expression;
        Optional<BigDecimal> left = exact(binary.left());
        Optional<BigDecimal> right = exact(binary.right());
        return left.flatMap(l -> right.map(r -> apply(binary.operator(), l, r)));
    }

    private static BigDecimal apply(String operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            default -> left.divide(right, MathContext.DECIMAL128);
        };
    }
}
