package org.dutyledger.indicators.expression;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression as a tree. The language is the part of CEL that measures and rules need: decimals, texts, names,
 * {@code + - * /}, comparisons, {@code && || !}, parentheses, lists and the functions of {@link Functions}. Whatever it
 * accepts means the same in CEL.
 */
public sealed interface Expression {

    /** @throws ExpressionException naming the column and what was expected there */
    static Expression parse(String text) throws ExpressionException {
        return new Parser(text).parse();
    }

    record Literal(BigDecimal value) implements Expression {}

    record Text(String value) implements Expression {}

    record Truth(boolean value) implements Expression {}

    record Name(String id) implements Expression {}

    /** {@code -x} or {@code !x}. */
    record Unary(String operator, Expression operand) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code sum([a, b])}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code [a, b]}. */
    record Items(List<Expression> elements) implements Expression {
        public Items {
            elements = List.copyOf(elements);
        }
    }

    /** The names it uses, in the order of their first use. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(this, names);
        return names;
    }

    private static void collect(Expression expression, Set<String> names) {
        if (expression instanceof Name name) {
            names.add(name.id());
        } else if (expression instanceof Unary unary) {
            collect(unary.operand(), names);
        } else if (expression instanceof Binary binary) {
            collect(binary.left(), names);
            collect(binary.right(), names);
        } else if (expression instanceof Call call) {
            call.arguments().forEach(e -> collect(e, names));
        } else if (expression instanceof Items items) {
            items.elements().forEach(e -> collect(e, names));
        }
    }
}
