package org.dutyledger.evaluation;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dutyledger.evaluation.CompiledFramework.Measure;
import org.dutyledger.evaluation.Expressions.Outcome;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.jspecify.annotations.Nullable;

/** Resolves ids to values for one look at the items: a computed measure first, else what was submitted. */
final class Values {
    /** Stands for the organisation of a value that the system computed. */
    static final String COMPUTED = "";

    private final CompiledFramework framework;
    private final CurrentItems items;
    private final Map<String, Computation> computed = new HashMap<>();

    Values(CompiledFramework framework, CurrentItems items) {
        this.framework = framework;
        this.items = items;
    }

    /** The value that rules see. A declared value counts only where nothing could be computed. */
    Optional<Value> of(String id) {
        Optional<Value> measured = framework.measure(id).flatMap(m -> compute(m).value());
        return measured.isPresent() ? measured : submitted(id);
    }

    /** What was submitted under that id, whatever the system computes for it. */
    Optional<Value> submitted(String id) {
        return items.current(id).map(item -> {
            Operand operand = new Operand(id, item.organisation(), item.shown(), item.unit(), item.setAt());
            return new Value(item.value() != null ? new Exact(item.value()) : item.shown(), operand);
        });
    }

    /** The values of a rule's inputs that are there. */
    List<Value> present(List<String> ids) {
        return ids.stream().flatMap(id -> of(id).stream()).toList();
    }

    /** What a rule gives; no reason when only inputs are missing. */
    Outcome evaluate(Expressions.Compiled rule) {
        return evaluate(rule, this::of);
    }

    /** A measure's input: raw or computed itself, never a value that was only declared. */
    private Optional<Value> input(String id) {
        return framework.measure(id).isPresent() || framework.derived(id)
                ? framework.measure(id).flatMap(m -> compute(m).value())
                : submitted(id);
    }

    private static Outcome evaluate(Expressions.Compiled expression, Function<String, Optional<Value>> resolve) {
        Map<String, Object> bound = new HashMap<>();
        for (String id : expression.inputs()) {
            Optional<Value> value = resolve.apply(id);
            if (value.isEmpty()) {
                return new Outcome(null, null);
            }
            bound.put(id, value.get().cel());
        }
        return expression.evaluate(bound);
    }

    Computation compute(Measure measure) {
        String id = measure.spec().id();
        Computation known = computed.get(id);
        if (known == null) {
            known = computeNow(measure);
            computed.put(id, known);
        }
        return known;
    }

    private Computation computeNow(Measure measure) {
        List<Operand> inputs = new ArrayList<>();
        measure.spec().inputs().forEach(i -> input(i).ifPresent(v -> inputs.add(v.operand())));
        Outcome outcome = evaluate(measure.expression(), this::input);
        if (!(outcome.value() instanceof Exact exact)) {
            return new Computation(Optional.empty(), inputs, outcome.reason());
        }
        Exact rounded = new Exact(exact.number().setScale(measure.spec().decimals(), RoundingMode.HALF_UP));
        long position = inputs.stream().mapToLong(Operand::position).max().orElse(-1);
        Operand operand = new Operand(
                measure.spec().id(),
                COMPUTED,
                rounded.number().toPlainString(),
                measure.spec().unit().symbol(),
                position);
        return new Computation(Optional.of(new Value(rounded, operand)), inputs, null);
    }

    /** A value as CEL sees it and as the reasons print it. */
    record Value(Object cel, Operand operand) {}

    /** @param reason why there is no value although all inputs are there, or null */
    record Computation(
            Optional<Value> value,
            List<Operand> inputs,
            @Nullable String reason) {}
}
