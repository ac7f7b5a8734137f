package org.dutyledger.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dutyledger.evaluation.expression.Expressions.Outcome;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Operand;
import org.dutyledger.events.IndicatorEvaluated.Reason;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.MeasureSpec;
import org.dutyledger.indicators.NarrativeSlot;
import org.dutyledger.indicators.RuleSpec;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the items of a cycle for one indicator. A pure function of framework and items: the same input gives the
 * same bytes, in any order of the items.
 */
public final class Evaluator {
    /** Begins the text of a rule that does not apply; the names of the measures follow. */
    public static final String NOT_APPLICABLE = "不适用：";

    private final CompiledFramework framework;

    public Evaluator(CompiledFramework framework) {
        this.framework = framework;
    }

    public CompiledFramework framework() {
        return framework;
    }

    /**
     * Evaluates one indicator.
     *
     * @param openedAt position of the event that opened the indicator; its evaluation is never older
     */
    public IndicatorEvaluated evaluate(String cycle, String indicatorId, long openedAt, CurrentItems items) {
        Indicator indicator = framework.indicator(indicatorId);
        return new Look(indicator, items).evaluation(cycle, openedAt);
    }

    /** One evaluation of the items, collecting its results. */
    private final class Look {
        private final Indicator indicator;
        private final CurrentItems items;
        private final Values values;
        private final List<String> missing = new ArrayList<>();
        private final List<IndicatorEvaluated.Measure> measures = new ArrayList<>();
        private final List<Reason> reasons = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> notApplicable = new ArrayList<>();
        private int applicableRules;
        private boolean failed;
        private boolean justMissed;
        private boolean toVerify;

        Look(Indicator indicator, CurrentItems items) {
            this.indicator = indicator;
            this.items = items;
            this.values = new Values(framework, items);
        }

        IndicatorEvaluated evaluation(String cycle, long openedAt) {
            indicator.figures().forEach(this::figure);
            indicator.slots().forEach(this::slot);
            indicator.measures().forEach(this::measure);
            indicator.rules().forEach(this::rule);
            long position = framework.itemsOf(indicator).stream()
                    .mapToLong(items::changedAt)
                    .max()
                    .orElse(-1);
            Verdict verdict = verdict();
            return new IndicatorEvaluated(
                    cycle,
                    indicator.id(),
                    Math.max(openedAt, position),
                    framework.framework().id(),
                    framework.framework().version(),
                    verdict,
                    score(verdict),
                    missing,
                    measures,
                    reasons,
                    findings,
                    notApplicable.isEmpty() ? null : notApplicable);
        }

        private void figure(FigureSpec figure) {
            if (figure.required() && !values.has(figure.id()) && values.applies(figure.id())) {
                missing.add(figure.id());
            }
            look(figure.id(), figure.name());
            items.current(figure.id())
                    .flatMap(item -> Plausibility.finding(indicator, figure, item))
                    .ifPresent(this::verify);
        }

        private void slot(NarrativeSlot slot) {
            if (slot.required() && values.submitted(slot.id()).isEmpty()) {
                missing.add(slot.id());
            }
            look(slot.id(), slot.heading().isEmpty() ? "文字材料" : slot.heading());
        }

        private void look(String item, String name) {
            List<Operand> sentBack =
                    items.returned(item).stream().map(Values::operand).toList();
            if (!sentBack.isEmpty()) {
                verify(Findings.returned(indicator, item, name, sentBack));
            }
            List<Operand> given =
                    items.given(item).stream().map(Values::operand).toList();
            if (given.stream().map(Findings::shown).distinct().count() > 1) {
                verify(Findings.contested(indicator, item, name, given));
            }
        }

        /** Adds a finding that leaves the indicator to be verified. */
        private void verify(Finding finding) {
            toVerify = true;
            findings.add(finding);
        }

        private void measure(MeasureSpec spec) {
            CompiledFramework.Measure measure = framework.measure(spec.id()).orElseThrow();
            Optional<Operand> declared = values.submitted(spec.id());
            if (!values.applies(spec.id())) {
                notApplicable.add(spec.id());
                declared.ifPresent(operand -> verify(Findings.declaredInapplicable(indicator, spec, operand)));
                return;
            }
            List<Operand> inputs = values.inputs(measure);
            values.printed(measure).ifPresent(printed -> {
                measures.add(new IndicatorEvaluated.Measure(
                        spec.id(),
                        new BigDecimal(printed.value()),
                        spec.unit().symbol(),
                        declared.orElse(null),
                        inputs,
                        printed.bound()));
                BigDecimal number = items.current(spec.id()).map(Item::value).orElse(null);
                if (number != null) {
                    Findings.declaredDiffers(indicator, spec, printed, declared.orElseThrow(), number)
                            .ifPresent(findings::add);
                }
                framework
                        .figureOf(spec)
                        .flatMap(figure -> Plausibility.ofComputed(indicator, figure, printed, inputs))
                        .ifPresent(this::verify);
            });
            String reason = values.compute(measure).reason();
            if (reason != null) {
                verify(Findings.notComputable(indicator, spec, reason, inputs));
            }
        }

        private void rule(RuleSpec rule) {
            List<Operand> operands = values.inputs(rule);
            List<String> inapplicable = values.inapplicable(rule);
            if (!inapplicable.isEmpty()) {
                String text = NOT_APPLICABLE + String.join("、", inapplicable);
                reasons.add(new Reason(rule.id(), null, text, rule.source(), operands));
                return;
            }
            applicableRules++;
            Outcome outcome = values.evaluate(rule);
            Boolean holds = outcome.value() instanceof Boolean b ? b : null;
            String text = holds == null
                    ? undecided(rule, operands, outcome.reason())
                    : Findings.filled(holds ? rule.met() : rule.unmet(), operands);
            reasons.add(new Reason(rule.id(), holds, text, rule.source(), operands));
            if (outcome.reason() != null) {
                toVerify |= rule.effect() != RuleSpec.Effect.NOTE;
                findings.add(Findings.undecided(indicator, rule, text, operands));
            } else if (holds == null) {
                toVerify |= rule.decisive();
            } else if (!holds) {
                unmet(rule, text, operands);
            }
        }

        private void unmet(RuleSpec rule, String text, List<Operand> operands) {
            switch (rule.effect()) {
                case FAIL -> failed = true;
                case BASIC_PASS -> justMissed = true;
                case VERIFY -> verify(Findings.broken(indicator, rule, text, operands));
                case NOTE -> findings.add(Findings.broken(indicator, rule, text, operands));
            }
        }

        /** Names what a rule lacks, or its inputs and why they do not decide it. */
        private String undecided(RuleSpec rule, List<Operand> operands, @Nullable String reason) {
            return reason == null
                    ? "缺少" + String.join("、", values.missing(rule))
                    : operands.stream()
                                    .map(o -> framework.nameOf(o.figure()) + Findings.shown(o) + o.unit())
                                    .collect(Collectors.joining("、"))
                            + "：" + reason;
        }

        private Verdict verdict() {
            if (!missing.isEmpty()) {
                return Verdict.PENDING;
            }
            if (failed) {
                return Verdict.FAIL;
            }
            if (toVerify) {
                return Verdict.TO_VERIFY;
            }
            if (applicableRules == 0 && !indicator.rules().isEmpty()) {
                return Verdict.NOT_APPLICABLE;
            }
            return justMissed ? Verdict.BASIC_PASS : Verdict.PASS;
        }

        /** The scheme gives points only for the two final verdicts that it names; all others are decided by people. */
        private @Nullable BigDecimal score(Verdict verdict) {
            BigDecimal weight = framework.framework().grading().weights().get(indicator.id());
            if (weight == null) {
                return null;
            }
            return switch (verdict) {
                case PASS -> weight.movePointRight(2);
                case FAIL -> BigDecimal.ZERO;
                case BASIC_PASS, PENDING, TO_VERIFY, NOT_APPLICABLE -> null;
            };
        }
    }
}
