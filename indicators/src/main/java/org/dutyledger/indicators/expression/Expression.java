package org.dutyledger.indicators.expression;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression as a tree. The language is the part of CEL (Common Expression Language) that measures and rules need:
 * decimals, texts, names, {@code + - * /}, comparisons, {@code && || !}, parentheses, lists and the functions of
 * {@link Functions}; numbers are exact.
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
    record Unary(String operator, Expression operand) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    record Binary(String operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code sum([a, b])}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> parts() {
            return arguments;
        }
    }

    /** {@code [a, b]}. */
    record Items(List<Expression> elements) implements Expression {
        public Items {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Expression> parts() {
            return elements;
        }
    }

    /** The expressions that it is made of directly, in their order. */
    default List<Expression> parts() {
        return List.of();
    }

    /** The names it uses, in the order of their first use. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (this instanceof Name name) {
            names.add(name.id());
        }
        parts().forEach(part -> names.addAll(part.names()));
        return names;
    }
}
