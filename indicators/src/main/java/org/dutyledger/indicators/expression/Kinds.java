package org.dutyledger.indicators.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.expression.Kind.Amount;
import org.dutyledger.indicators.expression.Kind.Constant;
import org.dutyledger.indicators.expression.Kind.Words;
import org.dutyledger.indicators.expression.Kind.YesNo;

/** Works out what an expression yields, and refuses sums and comparisons of what cannot be added or compared. */
public final class Kinds {
    private final Function<String, Kind> kindOfName;

    /** @param kindOfName the kind of a name; called only for names of the expression */
    public Kinds(Function<String, Kind> kindOfName) {
        this.kindOfName = kindOfName;
    }

    /** @throws ExpressionException naming the two sides that do not fit */
    public Kind of(Expression expression) throws ExpressionException {
        if (expression instanceof Expression.Name name) {
            return kindOfName.apply(name.id());
        }
        if (expression instanceof Expression.Unary unary) {
            Kind operand = of(unary.operand());
            return unary.operator().equals("!") ? yesNo(operand, "!") : number(operand, "-");
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary.operator(), of(binary.left()), of(binary.right()));
        }
        if (expression instanceof Expression.Call call) {
            return Functions.call(call.function(), each(call.arguments()));
        }
        if (expression instanceof Expression.Items items) {
            return series(each(items.elements()));
        }
        if (expression instanceof Expression.Text) {
            return new Words();
        }
        return expression instanceof Expression.Truth ? new YesNo() : new Constant();
    }

    private List<Kind> each(List<Expression> expressions) throws ExpressionException {
        List<Kind> kinds = new ArrayList<>();
        for (Expression expression : expressions) {
            kinds.add(of(expression));
        }
        return kinds;
    }

    private static Kind series(List<Kind> elements) throws ExpressionException {
        Kind all = elements.get(0);
        for (Kind element : elements) {
            boolean numbers = all.isNumber() && element.isNumber();
            if (!numbers && !all.equals(element)) {
                throw new ExpressionException("lists " + all.inWords() + " beside " + element.inWords());
            }
            all = numbers ? together("[ ]", all, element) : all;
        }
        return new Kind.Series(all);
    }

    private static Kind binary(String operator, Kind left, Kind right) throws ExpressionException {
        return switch (operator) {
            case "&&", "||" -> {
                yesNo(left, operator);
                yield yesNo(right, operator);
            }
            case "+", "-", "*", "/" -> arithmetic(operator, number(left, operator), number(right, operator));
            default -> {
                compare(operator, left, right);
                yield new YesNo();
            }
        };
    }

    private static Kind arithmetic(String operator, Kind left, Kind right) throws ExpressionException {
        if (left instanceof Constant && right instanceof Constant) {
            throw new ExpressionException("computes with written numbers only; write the result");
        }
        return switch (operator) {
            case "*" -> product(left, right);
            case "/" -> ratio(left, right);
            default -> together(operator, left, right);
        };
    }

    private static void compare(String operator, Kind left, Kind right) throws ExpressionException {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && left instanceof Words && right instanceof Words) {
            return;
        }
        together(operator, number(left, operator, right), number(right, operator, left));
    }

    /** The kind of the result for two numbers that must have one unit, because they are added, compared or listed. */
    static Kind together(String operator, Kind left, Kind right) throws ExpressionException {
        if (left instanceof Amount a && right instanceof Amount b && !a.unit().addableTo(b.unit())) {
            throw new ExpressionException("puts " + left.inWords() + " and " + right.inWords() + " on the two sides of "
                    + operator + "; both must have one unit");
        }
        // 个 is the general word: beside it the particular one is the better name for the sum
        boolean keepRight = left instanceof Constant || (left instanceof Amount a && a.unit() == Unit.PIECE);
        return keepRight && right instanceof Amount ? right : left;
    }

    private static Kind product(Kind left, Kind right) throws ExpressionException {
        if (isPure(left)) {
            return right instanceof Amount ? right : left;
        }
        if (isPure(right)) {
            return left;
        }
        throw new ExpressionException("multiplies " + left.inWords() + " by " + right.inWords());
    }

    private static Kind ratio(Kind left, Kind right) throws ExpressionException {
        if (isPure(right)) {
            return left;
        }
        Unit below = right instanceof Amount amount ? amount.unit() : Unit.NONE;
        if (left instanceof Amount above
                && (above.unit().addableTo(below) || (above.unit().counts() && below.counts()))) {
            return new Amount(Unit.NONE);
        }
        if (left instanceof Amount above && above.unit().money() && below.counts()) {
            return left;
        }
        throw new ExpressionException(
                "divides " + left.inWords() + " by " + right.inWords() + "; convert them to one unit first");
    }

    private static boolean isPure(Kind kind) {
        return kind instanceof Constant
                || (kind instanceof Amount amount && (amount.unit() == Unit.NONE || amount.unit() == Unit.PERCENT));
    }

    private static Kind number(Kind kind, String operator) throws ExpressionException {
        if (kind.isNumber()) {
            return kind;
        }
        throw new ExpressionException("uses " + kind.inWords() + " with " + operator + ", which needs a number");
    }

    private static Kind number(Kind kind, String operator, Kind other) throws ExpressionException {
        if (kind.isNumber()) {
            return kind;
        }
        throw new ExpressionException("compares " + kind.inWords() + " with " + other.inWords() + " by " + operator);
    }

    private static Kind yesNo(Kind kind, String operator) throws ExpressionException {
        if (kind instanceof YesNo) {
            return kind;
        }
        throw new ExpressionException("uses " + kind.inWords() + " with " + operator + ", which needs yes or no");
    }
}
