package org.dutyledger.evaluation.expression;

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
import java.util.stream.Stream;

/**
 * Teaches CEL exact numbers: the type {@code decimal}, its operators (also against int and double literals) and a few
 * functions. What is exact, and what is cut, {@link Fraction} defines.
 */
public final class DecimalLibrary {
    /** The type of numbers. */
    public static final CelType DECIMAL = OpaqueType.create("decimal");

    /** Decimals that {@code round} takes at most. */
    private static final int MOST_DECIMALS = 30;

    private static final Map<Class<?>, CelType> OPERANDS = operands();

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    DecimalLibrary() {
        arithmetic("_+_", Amount::plus);
        arithmetic("_-_", Amount::minus);
        arithmetic("_*_", Amount::times);
        arithmetic("_/_", Amount::over);
        comparison("_<_", order -> order < 0);
        comparison("_<=_", order -> order <= 0);
        comparison("_>_", order -> order > 0);
        comparison("_>=_", order -> order >= 0);
        comparison("_==_", order -> order == 0);
        comparison("_!=_", order -> order != 0);
        // CEL's own equality would take bounds for numbers
        equality(SimpleType.STRING, String.class);
        equality(SimpleType.BOOL, Boolean.class);
        unary("-_", DECIMAL, Amount.class, Amount::negate);
        unary("abs", DECIMAL, Amount.class, Amount::abs);
        unary("decimal", SimpleType.INT, Long.class, Amount::of);
        unary("decimal", SimpleType.DOUBLE, Double.class, Amount::of);
        arithmetic("min", Amount::min);
        arithmetic("max", Amount::max);
        list("sum", DecimalLibrary::sum);
        list("mean", DecimalLibrary::mean);
        list("min", numbers -> numbers.stream().reduce(Amount::min).orElseThrow(DecimalLibrary::empty));
        list("max", numbers -> numbers.stream().reduce(Amount::max).orElseThrow(DecimalLibrary::empty));
        unary("count", ListType.create(SimpleType.BOOL), List.class, DecimalLibrary::count);
        binary("round", DECIMAL, SimpleType.INT, DECIMAL, Amount.class, Long.class, DecimalLibrary::round);
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
        // the root comes last, so that only it is cut
        Amount squared = variance.over(mean.times(mean));
        Amount root = new Amount(squared.number().root(), null);
        return mean.number().signum() < 0 ? root.negate() : root;
    }

    private static Amount sum(List<Amount> numbers) {
        return numbers.stream().reduce(Amount.ZERO, Amount::plus);
    }

    private static Amount mean(List<Amount> numbers) {
        return sum(numbers).over(Amount.of((long) numbers.size()));
    }

    private static Amount round(Amount number, long decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new NoValueException("保留的小数位数应为0至" + MOST_DECIMALS);
        }
        return number.rounded((int) decimals);
    }

    private static Amount count(List<?> conditions) {
        return Amount.of(conditions.stream().filter(Boolean.TRUE::equals).count());
    }

    private static NoValueException empty() {
        return new NoValueException("空列表");
    }

    private static List<Amount> numbers(List<?> values) {
        return values.stream().map(Amount::of).toList();
    }

    private void arithmetic(String name, BinaryOperator<Amount> operator) {
        OPERANDS.forEach((left, leftType) -> OPERANDS.forEach((right, rightType) -> {
            if (left == Amount.class || right == Amount.class) {
                binary(
                        name,
                        leftType,
                        rightType,
                        DECIMAL,
                        left,
                        right,
                        (x, y) -> operator.apply(Amount.of(x), Amount.of(y)));
            }
        }));
    }

    private void comparison(String name, IntPredicate holds) {
        OPERANDS.forEach((left, leftType) -> OPERANDS.forEach((right, rightType) -> {
            if (left == Amount.class || right == Amount.class) {
                binary(name, leftType, rightType, SimpleType.BOOL, left, right, (x, y) -> Amount.of(x)
                        .compares(Amount.of(y), holds));
            }
        }));
    }

    private void equality(CelType type, Class<?> of) {
        binary("_==_", type, type, SimpleType.BOOL, of, of, Object::equals);
        binary("_!=_", type, type, SimpleType.BOOL, of, of, (x, y) -> !x.equals(y));
    }

    private void list(String name, Function<List<Amount>, Amount> function) {
        unary(name, ListType.create(DECIMAL), List.class, values -> function.apply(numbers(values)));
    }

    private <T> void unary(String name, CelType argument, Class<T> type, Function<T, Amount> function) {
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
        types.put(Amount.class, DECIMAL);
        types.put(Long.class, SimpleType.INT);
        types.put(Double.class, SimpleType.DOUBLE);
        return types;
    }

    private interface Operator<L, R> {
        Object apply(L left, R right);
    }
}
