package org.dutyledger.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dutyledger.evaluation.expression.Expressions;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.RuleSpec;
import org.dutyledger.indicators.expression.Kind;

/** A framework whose expressions are compiled and whose dependencies are known. Immutable, thread-safe. */
public final class CompiledFramework {
    private final Framework framework;
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private final Map<String, Expressions.Compiled> rules = new HashMap<>();
    private final Map<String, FigureSpec> derived = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<RuleSpec>> rulesOn = new HashMap<>();
    private final Map<String, Set<String>> itemsOf = new HashMap<>();
    private final Map<String, Set<String>> indicatorsOf = new HashMap<>();

    /**
     * Compiles a framework.
     *
     * @throws FrameworkException with every problem: the measure or rule, and what is wrong in its expression
     */
    public CompiledFramework(Framework framework) {
        this.framework = framework;
        for (EvidenceHolder holder : framework.holders()) {
            for (FigureSpec figure : holder.figures()) {
                names.put(figure.id(), figure.name());
                if (figure.derived()) {
                    derived.put(figure.id(), figure);
                }
            }
        }
        List<String> problems = new ArrayList<>();
        Expressions expressions = new Expressions(kindsOf(framework));
        for (Indicator indicator : framework.indicators()) {
            indicators.put(indicator.id(), indicator);
            indicator.measures().forEach(m -> names.putIfAbsent(m.id(), m.name()));
            for (MeasureSpec m : indicator.measures()) {
                String what = "indicator " + indicator.id() + ", measure '" + m.id() + "'";
                Optional<Expressions.Compiled> condition = Optional.ofNullable(m.appliesIf())
                        .flatMap(appliesIf -> expressions.condition(what, appliesIf, m.inputs(), problems));
                expressions
                        .number(what, m.expression(), m.inputs(), problems)
                        .ifPresent(compiled -> measures.put(m.id(), new Measure(m, compiled, condition)));
            }
            for (RuleSpec r : indicator.rules()) {
                String what = "indicator " + indicator.id() + ", rule '" + r.id() + "'";
                expressions
                        .condition(what, r.expression(), r.inputs(), problems)
                        .ifPresent(compiled -> rules.put(r.id(), compiled));
                r.inputs().forEach(id -> rulesOn.computeIfAbsent(id, i -> new ArrayList<>())
                        .add(r));
            }
        }
        Set<String> acyclic = new HashSet<>();
        measures.keySet().stream().sorted().forEach(id -> circle(id, new LinkedHashSet<>(), acyclic, problems));
        if (problems.isEmpty()) {
            indicators.values().forEach(this::link);
        }
        if (!problems.isEmpty()) {
            throw new FrameworkException(problems);
        }
    }

    public Framework framework() {
        return framework;
    }

    /** Ids of the indicators whose evaluation an item can change; empty for items of sections. */
    public Set<String> affectedBy(String item) {
        return indicatorsOf.getOrDefault(item, Set.of());
    }

    Indicator indicator(String id) {
        Indicator indicator = indicators.get(id);
        if (indicator == null) {
            throw new IllegalArgumentException("no indicator '" + id + "' in " + framework.id());
        }
        return indicator;
    }

    /** Ids of all items that the evaluation of an indicator reads. */
    Set<String> itemsOf(Indicator indicator) {
        return itemsOf.getOrDefault(indicator.id(), Set.of());
    }

    /** Whether a figure is one that the system computes, or would if it had the inputs. */
    boolean derived(String figure) {
        return derived.containsKey(figure);
    }

    /** The figure that a measure computes, or empty where it computes none. */
    Optional<FigureSpec> figureOf(MeasureSpec measure) {
        return Optional.ofNullable(derived.get(measure.id()));
    }

    /** Name of a figure or measure. */
    String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    Optional<Measure> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    Expressions.Compiled rule(RuleSpec rule) {
        return Objects.requireNonNull(rules.get(rule.id()));
    }

    /** Rules of any indicator that have an id among their inputs. */
    List<RuleSpec> rulesOn(String id) {
        return rulesOn.getOrDefault(id, List.of());
    }

    private void link(Indicator indicator) {
        Set<String> items = new LinkedHashSet<>();
        indicator.figures().forEach(f -> reach(f.id(), items));
        indicator.slots().stream().map(NarrativeSlot::id).forEach(items::add);
        indicator.measures().forEach(m -> reach(m.id(), items));
        indicator.rules().forEach(r -> r.inputs().forEach(id -> reach(id, items)));
        itemsOf.put(indicator.id(), Set.copyOf(items));
        items.forEach(item ->
                indicatorsOf.computeIfAbsent(item, id -> new LinkedHashSet<>()).add(indicator.id()));
    }

    /** Adds an id and, of a measure, all that its value and the decimals it is printed with depend on. */
    private void reach(String from, Set<String> items) {
        // rules join measures in chains of any length: no recursion
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.remove();
            Measure measure = measures.get(id);
            if (items.add(id) && measure != null) {
                open.addAll(measure.spec().inputs());
                rulesOn(id).forEach(rule -> open.addAll(rule.inputs()));
            }
        }
    }

    private void circle(String id, Set<String> path, Set<String> acyclic, List<String> problems) {
        Measure measure = measures.get(id);
        if (measure == null || acyclic.contains(id)) {
            return;
        }
        if (!path.add(id)) {
            problems.add("measure '" + id + "' is computed from itself");
            return;
        }
        measure.spec().inputs().forEach(input -> circle(input, path, acyclic, problems));
        path.remove(id);
        acyclic.add(id);
    }

    private static Map<String, Kind> kindsOf(Framework framework) {
        Map<String, Kind> kinds = new HashMap<>();
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures()
                    .forEach(f -> kinds.put(
                            f.id(), f.kind() == FigureSpec.Kind.NUMBER ? new Kind.Amount(f.unit()) : new Kind.Words()));
        }
        framework.indicators().forEach(i -> i.measures().forEach(m -> kinds.put(m.id(), new Kind.Amount(m.unit()))));
        return kinds;
    }

    /** A measure with its compiled expression and condition. */
    record Measure(MeasureSpec spec, Expressions.Compiled expression, Optional<Expressions.Compiled> appliesIf) {}
}
