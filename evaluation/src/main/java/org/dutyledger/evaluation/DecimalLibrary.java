package org.dutyledger.evaluation;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Teaches CEL exact decimals: the type {@code decimal}, its operators (also against int and double literals) and a few
 * functions. Sums and products are exact; quotients and roots are rounded at 34 digits (DECIMAL128).
 */
final class DecimalLibrary {
    static final CelType DECIMAL = OpaqueType.create("decimal");
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final Map<Class<?>, CelType> OPERANDS = operands();

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    DecimalLibrary() {
        arithmetic("_+_", BigDecimal::add);
        arithmetic("_-_", BigDecimal::subtract);
        arithmetic("_*_", BigDecimal::multiply);
        arithmetic("_/_", DecimalLibrary::divide);
        comparison("_<_", order -> order < 0);
        comparison("_<=_", order -> order <= 0);
        comparison("_>_", order -> order > 0);
        comparison("_>=_", order -> order >= 0);
        // decimal against decimal is CEL's own equality, which asks Exact.equals
        mixedComparison("_==_", order -> order == 0);
        mixedComparison("_!=_", order -> order != 0);
        unary("-_", DECIMAL, Exact.class, x -> x.number().negate());
        unary("abs", DECIMAL, Exact.class, x -> x.number().abs());
        unary("decimal", SimpleType.INT, Long.class, BigDecimal::valueOf);
        unary("decimal", SimpleType.DOUBLE, Double.class, BigDecimal::valueOf);
        arithmetic("min", BigDecimal::min);
        arithmetic("max", BigDecimal::max);
        list("sum", numbers -> numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        list("mean", DecimalLibrary::mean);
        list("min", numbers -> numbers.stream().min(Comparator.naturalOrder()).orElseThrow(DecimalLibrary::empty));
        list("max", numbers -> numbers.stream().max(Comparator.naturalOrder()).orElseThrow(DecimalLibrary::empty));
        unary("count", ListType.create(SimpleType.BOOL), List.class, DecimalLibrary::count);
        binary(
                "round",
                DECIMAL,
                SimpleType.INT,
                DECIMAL,
                Exact.class,
                Long.class,
                (x, decimals) -> new Exact(x.number().setScale(Math.toIntExact(decimals), RoundingMode.HALF_UP)));
        CelType decimals = ListType.create(DECIMAL);
        binary(
                "cv",
                decimals,
                decimals,
                DECIMAL,
                List.class,
                List.class,
                (stock, weights) -> new Exact(cv(numbers(stock), numbers(weights))));
    }

    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(e -> CelFunctionDecl.newFunctionDeclaration(e.getKey(), e.getValue()))
                .toList();
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    /**
     * The coefficient of variation between schools (教督〔2017〕6号): ratios x_i = stock_i / weight_i around the
     * stock-weighted county mean Σstock/Σweight, each school weighing as much as it has pupils; population form.
     */
    static BigDecimal cv(List<BigDecimal> stock, List<BigDecimal> weights) {
        if (stock.size() != weights.size() || stock.isEmpty()) {
            throw new NoValueException("cv needs two lists of the same length, at least 1");
        }
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = divide(stock.stream().reduce(BigDecimal.ZERO, BigDecimal::add), all);
        BigDecimal variance = BigDecimal.ZERO;
        for (int i = 0; i < stock.size(); i++) {
            BigDecimal off = divide(stock.get(i), weights.get(i)).subtract(mean, PRECISION);
            variance = variance.add(divide(weights.get(i), all).multiply(off.pow(2, PRECISION), PRECISION), PRECISION);
        }
        return divide(variance.sqrt(PRECISION), mean);
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new NoValueException("除数为零");
        }
        return dividend.divide(divisor, PRECISION);
    }

    private static BigDecimal mean(List<BigDecimal> numbers) {
        return divide(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(numbers.size()));
    }

    private static BigDecimal count(List<?> conditions) {
        return BigDecimal.valueOf(
                conditions.stream().filter(Boolean.TRUE::equals).count());
    }

    private static NoValueException empty() {
        return new NoValueException("空列表");
    }

    private static List<BigDecimal> numbers(List<?> values) {
        return values.stream().map(Exact::of).toList();
    }

    private void arithmetic(String name, BinaryOperator<BigDecimal> operator) {
        OPERANDS.forEach((left, leftType) -> OPERANDS.forEach((right, rightType) -> {
            if (left == Exact.class || right == Exact.class) {
                binary(
                        name,
                        leftType,
                        rightType,
                        DECIMAL,
                        left,
                        right,
                        (x, y) -> new Exact(operator.apply(Exact.of(x), Exact.of(y))));
            }
        }));
    }

    private void comparison(String name, IntPredicate holds) {
        mixedComparison(name, holds);
        binary(
                name,
                DECIMAL,
                DECIMAL,
                SimpleType.BOOL,
                Exact.class,
                Exact.class,
                (x, y) -> holds.test(x.number().compareTo(y.number())));
    }

    private void mixedComparison(String name, IntPredicate holds) {
        OPERANDS.forEach((left, leftType) -> OPERANDS.forEach((right, rightType) -> {
            if (left == Exact.class ^ right == Exact.class) {
                binary(
                        name,
                        leftType,
                        rightType,
                        SimpleType.BOOL,
                        left,
                        right,
                        (x, y) -> holds.test(Exact.of(x).compareTo(Exact.of(y))));
            }
        }));
    }

    private void list(String name, Function<List<BigDecimal>, BigDecimal> function) {
        unary(name, ListType.create(DECIMAL), List.class, values -> function.apply(numbers(values)));
    }

    private <T> void unary(String name, CelType argument, Class<T> type, Function<T, BigDecimal> function) {
        String id = declare(name, DECIMAL, argument);
        bindings.add(CelFunctionBinding.from(id, type, x -> new Exact(function.apply(x))));
    }

    private <L, R> void binary(
            String name, CelType l, CelType r, CelType result, Class<L> left, Class<R> right, Operator<L, R> operator) {
        String id = declare(name, result, l, r);
        bindings.add(CelFunctionBinding.from(id, left, right, operator::apply));
    }

    private String declare(String name, CelType result, CelType... arguments) {
        List<CelOverloadDecl> known = overloads.computeIfAbsent(name, n -> new ArrayList<>());
        String id = "exact" + name + known.size();
        known.add(CelOverloadDecl.newGlobalOverload(id, result, arguments));
        return id;
    }

    private static Map<Class<?>, CelType> operands() {
        Map<Class<?>, CelType> types = new LinkedHashMap<>();
        types.put(Exact.class, DECIMAL);
        types.put(Long.class, SimpleType.INT);
        types.put(Double.class, SimpleType.DOUBLE);
        return types;
    }

    private interface Operator<L, R> {
        Object apply(L left, R right);
    }

    /** There is no such number, and the message says why. */
    static final class NoValueException extends ArithmeticException {
        private static final long serialVersionUID = 1L;

        NoValueException(String reason) {
            super(reason);
        }
    }
}
