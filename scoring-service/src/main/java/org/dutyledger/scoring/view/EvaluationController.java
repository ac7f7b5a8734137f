package org.dutyledger.scoring.view;

import java.util.List;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.events.IndicatorEvaluated.Finding;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows verdicts, reasons and findings. */
@RestController
@RequestMapping("/api/v1/cycles/{cycle}")
class EvaluationController {
    private final CycleQueries view;

    EvaluationController(CycleQueries view) {
        this.view = view;
    }

    @GetMapping("/evaluations")
    Mono<Evaluations> evaluations(@PathVariable String cycle, Caller caller) {
        return view.evaluations(cycle, caller).map(all -> new Evaluations(cycle, all));
    }

    @GetMapping("/evaluations/{indicator}")
    Mono<IndicatorEvaluated> evaluation(@PathVariable String cycle, @PathVariable String indicator, Caller caller) {
        return view.evaluations(cycle, caller)
                .mapNotNull(all -> all.stream()
                        .filter(e -> e.indicator().equals(indicator))
                        .findFirst()
                        .orElse(null))
                .switchIfEmpty(Mono.error(
                        () -> new Problem(404, "INDICATOR_UNKNOWN", "no indicator '" + indicator + "' to see here")));
    }

    @GetMapping("/findings")
    Mono<Findings> findings(@PathVariable String cycle, Caller caller) {
        return view.evaluations(cycle, caller)
                .map(all -> new Findings(
                        cycle,
                        all.stream()
                                .flatMap(e -> e.findings().stream().map(f -> new Found(e.indicator(), f)))
                                .toList()));
    }

    record Evaluations(String cycle, List<IndicatorEvaluated> evaluations) {}

    record Findings(String cycle, List<Found> findings) {}

    record Found(String indicator, Finding finding) {}
}
