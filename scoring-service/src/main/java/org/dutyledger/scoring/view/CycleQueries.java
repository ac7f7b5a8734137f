package org.dutyledger.scoring.view;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a cycle for a caller, off the event loop, and never more than the caller may see. */
@Component
public class CycleQueries {
    private final ScoringStores stores;
    private final KnownFrameworks frameworks;
    private final BlockingCalls calls;

    CycleQueries(ScoringStores stores, KnownFrameworks frameworks, BlockingCalls calls) {
        this.stores = stores;
        this.frameworks = frameworks;
        this.calls = calls;
    }

    /** A cycle and what the caller may see of it. */
    public record Visible(ScoredCycle cycle, Framework framework, CallerScope scope) {}

    /** Fails with {@link Problem} 403 {@code ROLE_MISSING}, 404 {@code CYCLE_UNKNOWN}, 409 {@code FRAMEWORK_NOT_INSTALLED}, or 503. */
    public Mono<Visible> visible(String cycle, Caller caller) {
        return read(() -> find(cycle, caller));
    }

    /** The evaluations the caller may see, in the framework's order; errors as for {@link #visible}. */
    public Mono<List<IndicatorEvaluated>> evaluations(String cycle, Caller caller) {
        return read(() -> {
            Visible visible = find(cycle, caller);
            Map<String, IndicatorEvaluated> all = stores.current().evaluations(cycle);
            return visible.framework().indicators().stream()
                    .filter(i -> visible.scope().indicator(i.id()))
                    .map(i -> all.get(i.id()))
                    .filter(Objects::nonNull)
                    .map(visible.scope()::of)
                    .toList();
        });
    }

    private Visible find(String id, Caller caller) {
        caller.require(CallerScope.READERS); // before the cycle is looked up
        ScoredCycle cycle = stores.current().cycle(id).orElseThrow(() -> CallerScope.unknown(id));
        Framework framework = frameworks
                .of(cycle)
                .orElseThrow(() -> new Problem(
                        409, "FRAMEWORK_NOT_INSTALLED", cycle.binding().absence(id)))
                .framework()
                .framework();
        return new Visible(cycle, framework, new CallerScope(caller, cycle, framework));
    }

    private <T> Mono<T> read(Callable<T> reading) {
        return calls.call(reading)
                .onErrorMap(
                        MongoException.class,
                        e -> new Problem(
                                503,
                                "STORE_UNAVAILABLE",
                                "the store does not answer; try again",
                                List.of(),
                                Duration.ofSeconds(2)));
    }
}
