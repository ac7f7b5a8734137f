package org.dutyledger.evaluation.expression;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.Expression.Binary;
import org.dutyledger.indicators.expression.Expression.Call;
import org.dutyledger.indicators.expression.Expression.Items;
import org.dutyledger.indicators.expression.Expression.Literal;
import org.dutyledger.indicators.expression.Expression.Name;
import org.dutyledger.indicators.expression.Expression.Text;
import org.dutyledger.indicators.expression.Expression.Truth;
import org.dutyledger.indicators.expression.Expression.Unary;

/**
 * Computes expressions whose kinds were checked: an {@link Amount}, text, {@link Boolean} or list of these each. Numbers are
 * exact, also those written in the expression; what is cut, {@link Fraction} defines.
 */
final class Interpreter {
    private final Map<String, Object> values;

    /** @param values of the names, each an {@link Amount} or a text */
    Interpreter(Map<String, Object> values) {
        this.values = values;
    }

    /** @throws NoValueException when the expression has no value */
    Object value(Expression expression) {
        if (expression instanceof Name name) {
            return Objects.requireNonNull(values.get(name.id()), name.id());
        }
        if (expression instanceof Literal literal) {
            return Amount.of(literal.value());
        }
        if (expression instanceof Text text) {
            return text.value();
        }
        if (expression instanceof Truth truth) {
            return truth.value();
        }
        if (expression instanceof Items items) {
            return items.elements().stream().map(this::value).toList();
        }
        if (expression instanceof Call call) {
            return Calls.value(
                    call.function(), call.arguments().stream().map(this::value).toList());
        }
        if (expression instanceof Unary unary) {
            return unary.operator().equals("!")
                    ? !truth(unary.operand())
                    : number(unary.operand()).negate();
        }
        return binary((Binary) expression);
    }

    private Object binary(Binary binary) {
        return switch (binary.operator()) {
            case "&&" -> decided(binary, false);
            case "||" -> decided(binary, true);
            case "+" -> number(binary.left()).plus(number(binary.right()));
            case "-" -> number(binary.left()).minus(number(binary.right()));
            case "*" -> number(binary.left()).times(number(binary.right()));
            case "/" -> number(binary.left()).over(number(binary.right()));
            default -> compared(binary.operator(), value(binary.left()), value(binary.right()));
        };
    }

    /** One side alone may decide, also where the other has no value. */
    private boolean decided(Binary binary, boolean deciding) {
        NoValueException without = null;
        for (Expression side : binary.parts()) {
            try {
                if (truth(side) == deciding) {
                    return deciding;
                }
            } catch (NoValueException e) {
                without = without == null ? e : without;
            }
        }
        if (without != null) {
            throw without;
        }
        return !deciding;
    }

    private static boolean compared(String operator, Object left, Object right) {
        if (left instanceof Amount one && right instanceof Amount other) {
            return one.compares(other, order(operator));
        }
        return left.equals(right) == operator.equals("==");
    }

    private static IntPredicate order(String operator) {
        return switch (operator) {
            case "==" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            case ">=" -> order -> order >= 0;
            default -> throw new IllegalArgumentException("unknown operator " + operator);
        };
    }

    private Amount number(Expression expression) {
        return (Amount) value(expression);
    }

    private boolean truth(Expression expression) {
        return (Boolean) value(expression);
    }
}
