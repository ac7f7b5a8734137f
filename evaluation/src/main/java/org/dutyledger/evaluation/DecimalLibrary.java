package org.dutyledger.evaluation;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Teaches CEL exact numbers: the type {@code decimal}, its operators (also against int and double literals) and a few
 * functions. What is exact, and what is cut, {@link Fraction} defines.
 */
final class DecimalLibrary {
    static final CelType DECIMAL = OpaqueType.create("decimal");

    /** Decimals that {@code round} takes at most. */
    private static final int MOST_DECIMALS = 30;

    private static final Map<Class<?>, CelType> OPERANDS = operands();

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    DecimalLibrary() {
        arithmetic("_+_", Exact::plus);
        arithmetic("_-_", Exact::minus);
        arithmetic("_*_", Exact::times);
        arithmetic("_/_", Exact::over);
        comparison("_<_", order -> order < 0);
        comparison("_<=_", order -> order <= 0);
        comparison("_>_", order -> order > 0);
        comparison("_>=_", order -> order >= 0);
        // decimal against decimal is CEL's own equality, which asks Exact.equals
        mixedComparison("_==_", order -> order == 0);
        mixedComparison("_!=_", order -> order != 0);
        unary("-_", DECIMAL, Exact.class, Exact::negate);
        unary("abs", DECIMAL, Exact.class, Exact::abs);
        unary("decimal", SimpleType.INT, Long.class, Exact::of);
        unary("decimal", SimpleType.DOUBLE, Double.class, Exact::of);
        arithmetic("min", Exact::min);
        arithmetic("max", Exact::max);
        list("sum", DecimalLibrary::sum);
        list("mean", DecimalLibrary::mean);
        list("min", numbers -> numbers.stream().reduce(Exact::min).orElseThrow(DecimalLibrary::empty));
        list("max", numbers -> numbers.stream().reduce(Exact::max).orElseThrow(DecimalLibrary::empty));
        unary("count", ListType.create(SimpleType.BOOL), List.class, DecimalLibrary::count);
        binary("round", DECIMAL, SimpleType.INT, DECIMAL, Exact.class, Long.class, DecimalLibrary::round);
        CelType decimals = ListType.create(DECIMAL);
        binary(
                "cv",
                decimals,
                decimals,
                DECIMAL,
                List.class,
                List.class,
                (stock, weights) -> cv(numbers(stock), numbers(weights)));
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
    static Exact cv(List<Exact> stock, List<Exact> weights) {
        if (stock.size() != weights.size() || stock.isEmpty()) {
            throw new NoValueException("差异系数须由两个等长的非空列表测算");
        }
        Exact all = sum(weights);
        Exact mean = sum(stock).over(all);
        Exact variance = Exact.ZERO;
        for (int i = 0; i < stock.size(); i++) {
            Exact off = stock.get(i).over(weights.get(i)).minus(mean);
            variance = variance.plus(weights.get(i).over(all).times(off.times(off)));
        }
        // the root comes last, so that only it is cut
        Exact squared = variance.over(mean.times(mean));
        Exact root = new Exact(squared.number().root());
        return mean.number().signum() < 0 ? root.negate() : root;
    }

    private static Exact sum(List<Exact> numbers) {
        return numbers.stream().reduce(Exact.ZERO, Exact::plus);
    }

    private static Exact mean(List<Exact> numbers) {
        return sum(numbers).over(Exact.of((long) numbers.size()));
    }

    private static Exact round(Exact number, long decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new NoValueException("保留的小数位数应为0至" + MOST_DECIMALS);
        }
        return number.rounded((int) decimals);
    }

    private static Exact count(List<?> conditions) {
        return Exact.of(conditions.stream().filter(Boolean.TRUE::equals).count());
    }

    private static NoValueException empty() {
        return new NoValueException("空列表");
    }

    private static List<Exact> numbers(List<?> values) {
        return values.stream().map(Exact::of).toList();
    }

    private void arithmetic(String name, BinaryOperator<Exact> operator) {
        OPERANDS.forEach((left, leftType) -> OPERANDS.forEach((right, rightType) -> {
            if (left == Exact.class || right == Exact.class) {
                binary(
                        name,
                        leftType,
                        rightType,
                        DECIMAL,
                        left,
                        right,
                        (x, y) -> operator.apply(Exact.of(x), Exact.of(y)));
            }
        }));
    }

    private void comparison(String name, IntPredicate holds) {
        mixedComparison(name, holds);
        binary(name, DECIMAL, DECIMAL, SimpleType.BOOL, Exact.class, Exact.class, (x, y) -> x.compares(y, holds));
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
                        (x, y) -> Exact.of(x).compares(Exact.of(y), holds));
            }
        }));
    }

    private void list(String name, Function<List<Exact>, Exact> function) {
        unary(name, ListType.create(DECIMAL), List.class, values -> function.apply(numbers(values)));
    }

    private <T> void unary(String name, CelType argument, Class<T> type, Function<T, Exact> function) {
        String id = declare(name, DECIMAL, argument);
        bindings.add(CelFunctionBinding.from(id, type, function::apply));
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
}
