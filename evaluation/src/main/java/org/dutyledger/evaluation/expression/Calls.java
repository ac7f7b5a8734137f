package org.dutyledger.evaluation.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values of the functions that an expression may call; {@code indicators.expression.Functions} defines the
 * arguments of each.
 */
final class Calls {
    /** Decimals that {@code round} takes at most. */
    private static final int MOST_DECIMALS = 30;

    private Calls() {}

    /** @throws NoValueException when the function has no value for these arguments */
    static Amount value(String function, List<Object> arguments) {
        return switch (function) {
            case "abs" -> number(arguments.get(0)).abs();
            case "min" -> all(arguments).reduce(Amount::min).orElseThrow();
            case "max" -> all(arguments).reduce(Amount::max).orElseThrow();
            case "sum" -> sum(all(arguments).toList());
            case "mean" -> mean(all(arguments).toList());
            case "count" ->
                Amount.of(list(arguments.get(0)).stream()
                        .filter(Boolean.TRUE::equals)
                        .count());
            case "round" -> round(number(arguments.get(0)), number(arguments.get(1)));
            case "cv" -> cv(numbers(arguments.get(0)), numbers(arguments.get(1)));
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    /**
     * The coefficient of variation between schools (教督〔2017〕6号): ratios x_i = stock_i / weight_i around the
     * stock-weighted county mean Σstock/Σweight, each school weighing as much as it has pupils; population form.
     */
    static Amount cv(List<Amount> stock, List<Amount> weights) {
        if (stock.size() != weights.size() || stock.isEmpty()) {
            throw new NoValueException("差异系数须由两个等长的非空列表测算");
        }
        if (Stream.concat(stock.stream(), weights.stream()).anyMatch(a -> a.bound() != null)) {
            throw new NoValueException("下限或上限不能用于测算差异系数");
        }
        Amount all = sum(weights);
        Amount mean = sum(stock).over(all);
        Amount variance = Amount.ZERO;
        for (int i = 0; i < stock.size(); i++) {
            Amount off = stock.get(i).over(weights.get(i)).minus(mean);
            variance = variance.plus(weights.get(i).over(all).times(off.times(off)));
        }
        // the root is taken last, so that only it is cut
        Amount squared = variance.over(mean.times(mean));
        Amount root = new Amount(squared.number().root(), null);
        return mean.number().signum() < 0 ? root.negate() : root;
    }

    private static Amount sum(List<Amount> numbers) {
        return numbers.stream().reduce(Amount.ZERO, Amount::plus);
    }

    private static Amount mean(List<Amount> numbers) {
        return sum(numbers).over(Amount.of(numbers.size()));
    }

    private static Amount round(Amount number, Amount decimals) {
        BigInteger wanted = decimals.number().numerator();
        if (wanted.signum() < 0 || wanted.compareTo(BigInteger.valueOf(MOST_DECIMALS)) > 0) {
            throw new NoValueException("保留的小数位数应为0至" + MOST_DECIMALS);
        }
        return number.rounded(wanted.intValueExact());
    }

    /** The numbers of the one list, or the arguments themselves. */
    private static Stream<Amount> all(List<Object> arguments) {
        return arguments.get(0) instanceof List<?> list
                ? list.stream().map(Calls::number)
                : arguments.stream().map(Calls::number);
    }

    private static List<Amount> numbers(Object list) {
        return list(list).stream().map(Calls::number).toList();
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static Amount number(Object value) {
        return (Amount) value;
    }
}
