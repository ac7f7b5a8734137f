package org.dutyledger.evaluation.expression;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dutyledger.indicators.expression.Expression;
import org.dutyledger.indicators.expression.ExpressionException;
import org.dutyledger.indicators.expression.Kind;
import org.dutyledger.indicators.expression.Kinds;
import org.jspecify.annotations.Nullable;

/** Prepares the expressions of one framework: reads them and checks their kinds. */
public final class Expressions {
    private final Map<String, Kind> names;

    /** @param names every id an expression may use, with its kind */
    public Expressions(Map<String, Kind> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * Prepares an expression that yields a number.
     *
     * @param what names the measure, for problems
     * @param problems gets a line for what is wrong
     * @return empty when something is wrong
     */
    public Optional<Compiled> number(String what, String expression, List<String> inputs, List<String> problems) {
        return compiled(what, expression, inputs, Kind::isNumber, problems);
    }

    /** Prepares an expression that yields yes or no; the rest as for {@link #number}. */
    public Optional<Compiled> condition(String what, String expression, List<String> inputs, List<String> problems) {
        return compiled(what, expression, inputs, Kind.YesNo.class::isInstance, problems);
    }

    private Optional<Compiled> compiled(
            String what, String expression, List<String> inputs, Predicate<Kind> fits, List<String> problems) {
        try {
            Expression tree = Expression.parse(expression);
            List<String> unlisted = tree.names().stream()
                    .filter(name -> !names.containsKey(name) || !inputs.contains(name))
                    .toList();
            if (!unlisted.isEmpty()) {
                problems.add(what + " uses " + unlisted + " not listed in its inputs");
                return Optional.empty();
            }
            Kind kind = new Kinds(name -> Objects.requireNonNull(names.get(name))).of(tree);
            if (!fits.test(kind)) {
                problems.add(what + " yields " + kind.inWords());
                return Optional.empty();
            }
            return Optional.of(new Compiled(tree, Set.copyOf(tree.names())));
        } catch (ExpressionException e) {
            problems.add(what + " " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A prepared expression; safe for threads. */
    public record Compiled(Expression tree, Set<String> inputs) {

        /**
         * The result, or the reason why the expression has no value.
         *
         * @param values of all inputs, each an {@link Amount} or a text
         */
        public Outcome evaluate(Map<String, Object> values) {
            try {
                return new Outcome(new Interpreter(values).value(tree), null);
            } catch (NoValueException e) {
                return new Outcome(null, e.getMessage());
            }
        }
    }

    /** Exactly one of the two is there. */
    public record Outcome(@Nullable Object value, @Nullable String reason) {}
}
