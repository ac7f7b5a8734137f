package org.dutyledger.scoring.view;

import java.util.Collection;
import java.util.Optional;
import org.dutyledger.evaluation.CompiledFramework;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkRegistry;

/** The frameworks this service can evaluate, each compiled once at the start. */
public final class KnownFrameworks {
    private final FrameworkRegistry<Evaluator> evaluators;

    /** Throws {@link org.dutyledger.indicators.FrameworkException} when an expression is wrong. */
    public KnownFrameworks(Collection<Framework> frameworks) {
        evaluators = new FrameworkRegistry<>(
                frameworks.stream()
                        .map(framework -> new Evaluator(new CompiledFramework(framework)))
                        .toList(),
                evaluator -> evaluator.framework().framework());
    }

    /** The evaluator of exactly the framework that a cycle was opened with, or empty where it is not installed. */
    public Optional<Evaluator> of(ScoredCycle cycle) {
        return evaluators.exactly(cycle.binding());
    }
}
