package org.dutyledger.indicators.expression;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dutyledger.indicators.Unit;
import org.dutyledger.indicators.expression.Kind.Amount;
import org.dutyledger.indicators.expression.Kind.Constant;
import org.dutyledger.indicators.expression.Kind.Series;
import org.dutyledger.indicators.expression.Kind.YesNo;
import org.jspecify.annotations.Nullable;

/** The functions an expression may call, with what they take. The scoring rules give them their values. */
final class Functions {
    private static final Map<String, String> USES = Map.of(
            "abs", "abs(number)",
            "min", "min(number, number) or min([numbers])",
            "max", "max(number, number) or max([numbers])",
            "sum", "sum([numbers])",
            "mean", "mean([numbers])",
            "round", "round(number, decimals)",
            "count", "count([comparisons])",
            "cv", "cv([stock per school], [pupils per school])");

    private Functions() {}

    /** @throws ExpressionException when there is no such function, or it is called with something else */
    static Kind call(String function, List<Kind> arguments) throws ExpressionException {
        String use = USES.get(function);
        if (use == null) {
            throw new ExpressionException("calls the unknown function '" + function + "'; known are "
                    + String.join(", ", new TreeSet<>(USES.keySet())));
        }
        Kind result =
                switch (arguments.size()) {
                    case 1 -> one(function, arguments.get(0));
                    case 2 -> two(function, arguments.get(0), arguments.get(1));
                    default -> null;
                };
        if (result == null) {
            throw new ExpressionException("calls " + function + " wrongly; write " + use);
        }
        return result;
    }

    private static @Nullable Kind one(String function, Kind argument) {
        boolean series = argument instanceof Series s && s.element().isNumber();
        return switch (function) {
            case "abs" -> argument.isNumber() ? argument : null;
            case "sum", "mean", "min", "max" -> series ? ((Series) argument).element() : null;
            case "count" -> argument instanceof Series s && s.element() instanceof YesNo ? new Amount(Unit.NONE) : null;
            default -> null;
        };
    }

    private static @Nullable Kind two(String function, Kind first, Kind second) throws ExpressionException {
        return switch (function) {
            case "min", "max" -> first.isNumber() && second.isNumber() ? Kinds.together(function, first, second) : null;
            case "round" -> first.isNumber() && second instanceof Constant ? first : null;
            case "cv" ->
                first instanceof Series a
                                && second instanceof Series b
                                && a.element().isNumber()
                                && b.element().isNumber()
                        ? new Amount(Unit.NONE)
                        : null;
            default -> null;
        };
    }
}
