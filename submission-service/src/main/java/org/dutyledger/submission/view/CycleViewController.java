package org.dutyledger.submission.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows cycles and items to those who may see them; what one may not see does not exist. */
@RestController
@RequestMapping("/api/v1/cycles")
final class CycleViewController {
    private static final String[] READERS = {"submitter", "supervisor", "auditor", "office", "service"};
    private final CycleDirectory cycles;
    private final ItemFold items;
    private final BlockingCalls blocking;

    CycleViewController(CycleDirectory cycles, ItemFold items, BlockingCalls blocking) {
        this.cycles = cycles;
        this.items = items;
        this.blocking = blocking;
    }

    @GetMapping
    Mono<Cycles> all(Caller caller) {
        caller.require(READERS);
        return blocking.call(() -> new Cycles(cycles.all().stream()
                .filter(cycle -> Scope.sees(caller, cycle))
                .map(cycle -> Shown.of(cycle, caller))
                .toList()));
    }

    @GetMapping("/{cycle}")
    Mono<Shown> one(@PathVariable("cycle") String cycle, Caller caller) {
        caller.require(READERS);
        return blocking.call(() -> Shown.of(visible(cycle, caller), caller));
    }

    /** The names of the ids in the answers, from exactly the framework that the cycle was opened with. */
    @GetMapping("/{cycle}/framework")
    Mono<Outline> framework(@PathVariable("cycle") String cycle, Caller caller) {
        caller.require(READERS);
        return blocking.call(() -> Outline.of(visible(cycle, caller).catalogue().framework()));
    }

    @GetMapping("/{cycle}/items")
    Mono<Items> items(
            @PathVariable("cycle") String cycle,
            @RequestParam(name = "organisation", required = false) @Nullable String organisation,
            Caller caller) {
        caller.require(READERS);
        return blocking.call(() -> {
            CycleView view = visible(cycle, caller);
            Set<String> organisations = Scope.organisations(caller, view);
            if (organisation != null) {
                if (!organisations.contains(organisation)) {
                    throw new Problem(
                            403, "NOT_YOUR_ORGANISATION", "the token does not show that organisation's items");
                }
                organisations = Set.of(organisation);
            }
            return new Items(cycle, items.items(view, organisations));
        });
    }

    private CycleView visible(String id, Caller caller) {
        return Scope.requireSight(caller, cycles.require(id));
    }

    record Cycles(List<Shown> cycles) {}

    record Items(String cycle, List<ItemView> items) {}

    /** A cycle as the API shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String cycle,
            String jurisdiction,
            String jurisdictionName,
            int year,
            String framework,
            String frameworkVersion,
            String frameworkSha256,
            @Nullable Instant deadline,
            String state,
            List<CycleView.Organisation> organisations,
            List<String> reports) {
        static Shown of(CycleView cycle, Caller caller) {
            CycleOpened opened = cycle.opened();
            Set<String> organisations = Scope.organisations(caller, cycle);
            return new Shown(
                    opened.cycle(),
                    opened.jurisdiction(),
                    opened.jurisdictionName(),
                    opened.year(),
                    opened.framework(),
                    opened.frameworkVersion(),
                    opened.frameworkSha256(),
                    opened.deadline(),
                    cycle.closed() ? "closed" : "open",
                    cycle.organisations().values().stream()
                            .filter(o -> organisations.contains(o.organisation()))
                            .toList(),
                    cycle.reports());
        }
    }
}
