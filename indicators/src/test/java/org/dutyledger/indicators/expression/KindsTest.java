package org.dutyledger.indicators.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.expression.Kind.Amount;
import org.dutyledger.indicators.expression.Kind.Words;
import org.dutyledger.indicators.expression.Kind.YesNo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {
    private static final Map<String, Kind> NAMES = Map.of(
            "people", new Amount(Unit.PERSON),
            "leaders", new Amount(Unit.PERSON_NAMED),
            "pieces", new Amount(Unit.PIECE),
            "schools", new Amount(Unit.SCHOOL),
            "yuan", new Amount(Unit.YUAN),
            "wan", new Amount(Unit.WAN_YUAN),
            "rate", new Amount(Unit.PERCENT),
            "ratio", new Amount(Unit.NONE),
            "claim", new Words());

    @ParameterizedTest
    @CsvSource({
        "people + leaders,人",
        "pieces + people,人",
        "people / schools,a ratio",
        "people / leaders * 100,a ratio",
        "yuan / people,元",
        "(yuan / yuan - 1) * 100,a ratio",
        "rate * yuan,元",
        "-people,人",
        "wan * 10000,万元",
        "'mean([people, leaders])',人",
        "'max(people, 3)',人",
        "'round(rate, 1)',%",
        "'abs(people - leaders)',人",
        "'count([people > 1, rate > 2])',a ratio",
        "'cv([yuan, yuan], [people, leaders])',a ratio",
        "rate >= 80.0,yes or no",
        "claim == \"达到\" && !(people < 3),yes or no",
        "true,yes or no",
    })
    void expression_yields(String text, String kind) throws ExpressionException {
        assertThat(kind(text).inWords()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "people + schools,puts 人 and 所 on the two sides of +; both must have one unit",
        "wan - yuan,puts 万元 and 元 on the two sides of -; both must have one unit",
        "people == rate,puts 人 and % on the two sides of ==; both must have one unit",
        "people * schools,multiplies 人 by 所",
        "wan / yuan,divides 万元 by 元; convert them to one unit first",
        "people / yuan,divides 人 by 元; convert them to one unit first",
        "claim > 3,compares a text with a number by >",
        "claim + 1,'uses a text with +, which needs a number'",
        "people && rate > 1,'uses 人 with &&, which needs yes or no'",
        "2 * 3,computes with written numbers only; write the result",
        "'[people, claim]',lists 人 beside a text",
        "'sum(people)',calls sum wrongly; write sum([numbers])",
        "'round(people)','calls round wrongly; write round(number, decimals)'",
        "'median([people])','calls the unknown function ''median''; known are abs, count, cv, max, mean, min, round, sum'",
    })
    void nonsense_isReported(String text, String problem) {
        assertThatThrownBy(() -> kind(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(problem);
    }

    /** The order of the two sides is no reason to accept or refuse a sum. */
    @Property
    void sum_isSymmetric(@ForAll Unit a, @ForAll Unit b) {
        assertThat(accepted("x + y", a, b)).isEqualTo(accepted("y + x", a, b)).isEqualTo(a.addableTo(b));
    }

    @Property
    void partOfItsOwnKind_isARatio(@ForAll Unit a) throws ExpressionException {
        Kind kind = new Kinds(name -> new Amount(a)).of(Expression.parse("x / y"));
        assertThat(kind).isIn(new Amount(Unit.NONE), new Amount(Unit.PERCENT));
    }

    private static boolean accepted(String text, Unit x, Unit y) {
        try {
            new Kinds(name -> new Amount(name.equals("x") ? x : y)).of(Expression.parse(text));
            return true;
        } catch (ExpressionException e) {
            return false;
        }
    }

    private static Kind kind(String text) throws ExpressionException {
        return new Kinds(name -> NAMES.getOrDefault(name, new YesNo())).of(Expression.parse(text));
    }
}
