package org.dutyledger.document.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.document.template.ReportModel.Reason;
import org.dutyledger.document.template.ReportModel.Result;
import org.dutyledger.evaluation.Evaluator;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.events.IndicatorEvaluated.Verdict;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.Indicator;
import org.dutyledger.indicators.RuleSpec;
import org.jspecify.annotations.Nullable;

/** Annex 2: the evaluation of each indicator, in the report's words. */
final class Results {
    private Results() {}

    static List<Result> of(Framework framework, Map<String, IndicatorEvaluated> evaluations) {
        List<Result> results = new ArrayList<>();
        Set<String> notApplicable = notApplicable(evaluations);
        for (Indicator indicator : framework.indicators()) {
            IndicatorEvaluated evaluated = evaluations.get(indicator.id());
            if (evaluated == null) {
                throw new IllegalArgumentException("no evaluation of indicator " + indicator.id());
            }
            results.add(result(framework, indicator, evaluated, notApplicable));
        }
        return results;
    }

    /** Ids of all measures that do not apply. */
    static Set<String> notApplicable(Map<String, IndicatorEvaluated> evaluations) {
        return evaluations.values().stream()
                .map(IndicatorEvaluated::notApplicable)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Result result(
            Framework framework, Indicator indicator, IndicatorEvaluated evaluated, Set<String> notApplicable) {
        Set<String> inapplicable = indicator.rules().stream()
                .filter(rule -> rule.inputs().stream().anyMatch(notApplicable::contains))
                .map(RuleSpec::id)
                .collect(Collectors.toSet());
        return new Result(
                indicator.id(),
                indicator.title(),
                word(evaluated.verdict()),
                evaluated.score(),
                evaluated.missing().stream().map(id -> name(framework, id)).toList(),
                evaluated.reasons().stream()
                        .map(r -> inapplicable.contains(r.rule())
                                // the outcome is printed before the names
                                ? new Reason("不适用", r.text().substring(Evaluator.NOT_APPLICABLE.length()), r.source())
                                : new Reason(outcome(r.holds()), r.text(), r.source()))
                        .toList(),
                evaluated.findings().stream().map(Finding::text).toList());
    }

    private static String name(Framework framework, String item) {
        return framework.figure(item).map(f -> f.name()).orElseGet(() -> framework
                .holderOf(item)
                .map(h -> h.title() + "（文字材料）")
                .orElse(item));
    }

    private static String outcome(@Nullable Boolean holds) {
        if (holds == null) {
            return "无法判定";
        }
        return holds ? "符合" : "不符合";
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "合格";
            case BASIC_PASS -> "基本合格";
            case FAIL -> "不合格";
            case PENDING -> "待填报";
            case TO_VERIFY -> "待核实";
            case NOT_APPLICABLE -> "不适用";
        };
    }
}
