package org.dutyledger.indicators.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutyledger.indicators.expression.Expression.Binary;
import org.dutyledger.indicators.expression.Expression.Call;
import org.dutyledger.indicators.expression.Expression.Items;
import org.dutyledger.indicators.expression.Expression.Literal;
import org.dutyledger.indicators.expression.Expression.Name;
import org.dutyledger.indicators.expression.Expression.Unary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Name A = new Name("a");
    private static final Name B = new Name("b");
    private static final Name C = new Name("c");

    @Test
    void productsBindTighterThanSums_sumsTighterThanComparisons_theseThanLogic() throws ExpressionException {
        assertThat(Expression.parse("a + b * c")).isEqualTo(new Binary("+", A, new Binary("*", B, C)));
        assertThat(Expression.parse("a - b - c")).isEqualTo(new Binary("-", new Binary("-", A, B), C));
        assertThat(Expression.parse("a < b && b <= c || !c"))
                .isEqualTo(new Binary(
                        "||", new Binary("&&", new Binary("<", A, B), new Binary("<=", B, C)), new Unary("!", C)));
    }

    @Test
    void callsAndLists_areRead() throws ExpressionException {
        assertThat(Expression.parse("sum([a, b]) / 2"))
                .isEqualTo(new Binary(
                        "/", new Call("sum", List.of(new Items(List.of(A, B)))), new Literal(BigDecimal.valueOf(2))));
    }

    @Test
    void names_comeInTheOrderOfTheirFirstUse() throws ExpressionException {
        assertThat(Expression.parse("c + a * max(b, c) > 1 || d == \"e\"").names())
                .containsExactly("c", "a", "b", "d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a +     | needs a value at its end
            (a      | needs ')' at its end
            a b     | needs an operator or the end instead of 'b'
            a + * b | needs a value instead of '*'
            [a, b   | needs ',' or ']' at its end
            a < b < c | needs an operator or the end instead of '<'
            a ? b   | cannot be read from '? b' on
            a == 'x | cannot be read from ''x' on
            """, quoteCharacter = '`')
    void unreadable_isReported(String text, String problem) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(problem);
    }

    @Test
    void bottomlessNesting_isRefused() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(1000)))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("is nested deeper than 100");
        assertThatThrownBy(() -> Expression.parse("a+".repeat(500) + "a"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("is longer than 1000 characters; split it into measures");
    }

    @Property
    void whatIsWritten_isReadBack(@ForAll("expressions") Expression expression) throws ExpressionException {
        assertThat(Expression.parse(written(expression))).isEqualTo(expression);
    }

    @Property
    void anyText_isReadOrRefused(@ForAll String text) {
        try {
            Expression.parse(text);
        } catch (ExpressionException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Arbitraries.recursive(
                        ExpressionTest::leaves,
                        inner -> Arbitraries.oneOf(leaves(), unaries(inner), binaries(inner), calls(inner)),
                        0,
                        4)
                .filter(expression -> written(expression).length() <= 1000);
    }

    private static Arbitrary<Expression> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.of("a", "b", "in_2021", "x_").map(Name::new),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.TEN.pow(30))
                        .map(Literal::new),
                Arbitraries.of("达到", "", "均优于").map(Expression.Text::new),
                Arbitraries.of(true, false).map(Expression.Truth::new));
    }

    private static Arbitrary<Expression> unaries(Arbitrary<Expression> inner) {
        return Combinators.combine(Arbitraries.of("!", "-"), inner).as(Unary::new);
    }

    private static Arbitrary<Expression> binaries(Arbitrary<Expression> inner) {
        return Combinators.combine(
                        Arbitraries.of("+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "&&", "||"), inner, inner)
                .as(Binary::new);
    }

    private static Arbitrary<Expression> calls(Arbitrary<Expression> inner) {
        return inner.list().ofMinSize(1).ofMaxSize(3).map(list -> new Call("max", List.of(new Items(list))));
    }

    private static String written(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value().toPlainString();
        } else if (expression instanceof Expression.Text text) {
            return '"' + text.value() + '"';
        } else if (expression instanceof Expression.Truth truth) {
            return Boolean.toString(truth.value());
        } else if (expression instanceof Name name) {
            return name.id();
        } else if (expression instanceof Unary unary) {
            return unary.operator() + "(" + written(unary.operand()) + ")";
        } else if (expression instanceof Binary binary) {
            return "(" + written(binary.left()) + ")" + binary.operator() + "(" + written(binary.right()) + ")";
        } else if (expression instanceof Call call) {
            return call.function() + "("
                    + String.join(
                            ", ",
                            call.arguments().stream()
                                    .map(ExpressionTest::written)
                                    .toList()) + ")";
        }
        return "["
                + String.join(
                        ", ",
                        ((Items) expression)
                                .elements().stream()
                                        .map(ExpressionTest::written)
                                        .toList()) + "]";
    }
}
