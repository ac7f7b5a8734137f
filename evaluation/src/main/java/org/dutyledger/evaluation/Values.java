package org.dutyledger.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dutyledger.evaluation.CompiledFramework.Measure;
import org.dutyledger.evaluation.expression.Amount;
import org.dutyledger.evaluation.expression.Expressions;
import org.dutyledger.evaluation.expression.Expressions.Outcome;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Resolves ids to values for one evaluation of the items: a computed measure first, else what was submitted.
 * Expressions see values unrounded; operands hold them as they are printed.
 */
final class Values {
    /** Placeholder for the organisation of a computed value. */
    static final String COMPUTED = "";

    private final CompiledFramework framework;
    private final CurrentItems items;
    private final PrintedDecimals decimals;
    private final Map<String, Computation> computations = new HashMap<>();

    Values(CompiledFramework framework, CurrentItems items) {
        this.framework = framework;
        this.items = items;
        this.decimals = new PrintedDecimals(framework, this);
    }

    /** Whether there is a value that rules see: a declared one counts only where nothing could be computed. */
    boolean has(String id) {
        return of(id).isPresent();
    }

    /** The value submitted under that id, regardless of a computed one. */
    Optional<Operand> submitted(String id) {
        return items.current(id).map(Values::operand);
    }

    /** A submitted value. */
    static Operand operand(Item item) {
        return new Operand(item.item(), item.organisation(), item.shown(), item.unit(), item.setAt(), item.bound());
    }

    /** The computed value of a measure, unrounded; null for other ids and without all inputs. */
    @Nullable
    Amount computed(String id) {
        return framework.measure(id).map(m -> compute(m).value()).orElse(null);
    }

    /** The computed value of a measure as it is printed. */
    Optional<Operand> printed(Measure measure) {
        return printed(measure, 0);
    }

    /** The inputs of a measure that are there, as they are printed. */
    List<Operand> inputs(Measure measure) {
        return measure.spec().inputs().stream()
                .flatMap(id ->
                        isComputed(id) ? framework.measure(id).flatMap(this::printed).stream() : submitted(id).stream())
                .toList();
    }

    /** The inputs of a rule that are there, as its text prints them. */
    List<Operand> inputs(RuleSpec rule) {
        int more = decimals.more(rule);
        List<Operand> operands = new ArrayList<>();
        for (String id : rule.inputs()) {
            framework
                    .measure(id)
                    .flatMap(m -> printed(m, more))
                    .or(() -> submitted(id))
                    .ifPresent(operands::add);
        }
        return operands;
    }

    /**
     * Names of what a rule lacks: figures, and for a measure that has no value the figures that it lacks itself.
     *
     * @return empty when it lacks nothing
     */
    Set<String> missing(RuleSpec rule) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> visited = new HashSet<>();
        rule.inputs().stream().filter(id -> !has(id)).forEach(id -> missing(id, names, visited));
        return names;
    }

    /** Each id once: many measures may be computed from one. */
    private void missing(String id, Set<String> names, Set<String> visited) {
        if (!visited.add(id)) {
            return;
        }
        Optional<Measure> measure = framework.measure(id).filter(m -> !framework.derived(id));
        List<String> lacking = measure.stream()
                .flatMap(m -> m.spec().inputs().stream())
                .filter(input -> input(input).isEmpty())
                .toList();
        if (lacking.isEmpty()) {
            names.add(framework.nameOf(id));
        }
        lacking.forEach(input -> missing(input, names, visited));
    }

    /** The result of a rule; no reason when only inputs are missing. */
    Outcome evaluate(RuleSpec rule) {
        return evaluate(rule, Map.of());
    }

    /** The result of a rule when some of its inputs have other values. */
    Outcome evaluate(RuleSpec rule, Map<String, Amount> instead) {
        return evaluate(
                framework.rule(rule),
                id -> instead.containsKey(id) ? Optional.of(Objects.requireNonNull(instead.get(id))) : of(id));
    }

    /** The result of a measure. */
    Computation compute(Measure measure) {
        String id = measure.spec().id();
        Computation known = computations.get(id);
        if (known == null) {
            known = computeNow(measure);
            computations.put(id, known);
        }
        return known;
    }

    /** Whether a measure has a meaning here, as far as that is known; true for other ids. */
    boolean applies(String id) {
        return framework.measure(id).map(measure -> compute(measure).applies()).orElse(true);
    }

    /** Names of the measures among the inputs of a rule that do not apply. */
    List<String> inapplicable(RuleSpec rule) {
        return rule.inputs().stream()
                .filter(id -> !applies(id))
                .map(framework::nameOf)
                .toList();
    }

    private Computation computeNow(Measure measure) {
        if (measure.spec().inputs().stream().anyMatch(id -> !applies(id))) {
            return Computation.INAPPLICABLE;
        }
        Outcome condition = measure.appliesIf()
                .map(compiled -> evaluate(compiled, this::input))
                .orElse(new Outcome(true, null));
        if (Boolean.FALSE.equals(condition.value())) {
            return Computation.INAPPLICABLE;
        }
        Outcome outcome = condition.value() == null ? condition : evaluate(measure.expression(), this::input);
        long position = measure.spec().inputs().stream()
                .mapToLong(this::positionOfInput)
                .max()
                .orElse(-1);
        return new Computation(
                outcome.value() instanceof Amount exact ? exact : null, position, outcome.reason(), true);
    }

    private static Outcome evaluate(Expressions.Compiled expression, Function<String, Optional<Object>> resolve) {
        Map<String, Object> bound = new HashMap<>();
        for (String id : expression.inputs()) {
            Optional<Object> value = resolve.apply(id);
            if (value.isEmpty()) {
                return new Outcome(null, null);
            }
            bound.put(id, value.get());
        }
        return expression.evaluate(bound);
    }

    private Optional<Object> of(String id) {
        Amount computed = computed(id);
        return computed == null ? submittedValue(id) : Optional.of(computed);
    }

    /** A measure's input: raw or computed itself, never a value that was only declared. */
    private Optional<Object> input(String id) {
        return isComputed(id) ? Optional.ofNullable(computed(id)) : submittedValue(id);
    }

    private boolean isComputed(String id) {
        return framework.measure(id).isPresent() || framework.derived(id);
    }

    private Optional<Object> submittedValue(String id) {
        return items.current(id).map(item -> {
            BigDecimal number = item.value();
            return number == null ? item.shown() : Amount.of(number, item.bound());
        });
    }

    private long positionOfInput(String id) {
        return isComputed(id)
                ? framework.measure(id).map(m -> compute(m).position()).orElse(-1L)
                : items.current(id).map(Item::setAt).orElse(-1L);
    }

    private Optional<Operand> printed(Measure measure, int more) {
        Computation computation = compute(measure);
        Amount value = computation.value();
        if (value == null) {
            return Optional.empty();
        }
        MeasureSpec spec = measure.spec();
        String number = value.printed(decimals.of(spec) + more).toPlainString();
        return Optional.of(
                new Operand(spec.id(), COMPUTED, number, spec.unit().symbol(), computation.position(), value.bound()));
    }

    /**
     * What a measure gives.
     *
     * @param value unrounded, or null
     * @param position of the last event that set one of its inputs, or -1
     * @param reason why there is no value although all inputs are there, or null
     * @param applies false where its condition, or that of a measure it is computed from, does not hold
     */
    record Computation(
            @Nullable Amount value, long position, @Nullable String reason, boolean applies) {
        static final Computation INAPPLICABLE = new Computation(null, -1, null, false);
    }
}
