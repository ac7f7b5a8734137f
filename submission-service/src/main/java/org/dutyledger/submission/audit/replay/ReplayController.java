package org.dutyledger.submission.audit.replay;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.audit.fold.Moment;
import org.dutyledger.submission.audit.replay.History.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The auditor's endpoints: history, past state, changes. */
@RestController
@RequestMapping("/api/v1/cycles/{cycle}")
final class ReplayController {
    private static final String DEFAULT_LIMIT = "100";
    private final AuditedCycles cycles;
    private final History history;
    private final Replay replay;
    private final BlockingCalls blocking;

    ReplayController(AuditedCycles cycles, History history, Replay replay, BlockingCalls blocking) {
        this.cycles = cycles;
        this.history = history;
        this.replay = replay;
        this.blocking = blocking;
    }

    @GetMapping("/history")
    Mono<History.Page> history(
            @PathVariable("cycle") String cycle,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(name = "from", defaultValue = "0") String from,
            @RequestParam(name = "limit", defaultValue = DEFAULT_LIMIT) String limit,
            @RequestParam(name = "data", defaultValue = "false") String data,
            Caller caller) {
        caller.require("auditor");
        Map.Entry<Subject, String> of = subject(query);
        History.Range range = new History.Range(ReplayQuery.position("from", from), ReplayQuery.limit(limit));
        boolean withData = ReplayQuery.flag("data", data);
        return blocking.call(
                () -> history.page(cycles.cycle(cycle, caller), of.getKey(), of.getValue(), range, withData));
    }

    /** The two clocks: by a position or an instant what was recorded, by a date what of it held then. */
    @GetMapping("/state")
    Mono<Replay.State> state(
            @PathVariable("cycle") String cycle,
            @RequestParam(name = "indicator", required = false) @Nullable String indicator,
            @RequestParam(name = "atPosition", required = false) @Nullable String atPosition,
            @RequestParam(name = "recordedAt", required = false) @Nullable String recordedAt,
            @RequestParam(name = "effectiveOn", required = false) @Nullable String effectiveOn,
            Caller caller) {
        caller.require("auditor");
        String holder = ReplayQuery.required("indicator", indicator);
        if (atPosition == null && recordedAt == null && effectiveOn == null) {
            throw new Problem(
                    400,
                    "INVALID_QUERY",
                    "the moment is missing; give atPosition or recordedAt, effectiveOn, or one of each clock");
        }
        Moment moment = ReplayQuery.known(atPosition, recordedAt);
        LocalDate day = effectiveOn == null ? null : ReplayQuery.date("effectiveOn", effectiveOn);
        return blocking.call(() -> replay.state(cycles.cycle(cycle, caller), holder, moment, day));
    }

    @GetMapping("/difference")
    Mono<Replay.Changes> difference(
            @PathVariable("cycle") String cycle,
            @RequestParam(name = "indicator", required = false) @Nullable String indicator,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            Caller caller) {
        caller.require("auditor");
        String holder = ReplayQuery.required("indicator", indicator);
        Moment earlier = ReplayQuery.moment("from", ReplayQuery.required("from", from));
        Moment later = to == null ? new Moment.Latest() : ReplayQuery.moment("to", to);
        return blocking.call(() -> replay.difference(cycles.cycle(cycle, caller), holder, earlier, later));
    }

    private static Map.Entry<Subject, String> subject(MultiValueMap<String, String> query) {
        Map<Subject, String> named = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            String value = query.getFirst(subject.name().toLowerCase(java.util.Locale.ROOT));
            if (value != null && !value.isBlank()) {
                named.put(subject, value);
            }
        }
        if (named.size() != 1) {
            throw new Problem(
                    400,
                    "INVALID_QUERY",
                    "the subject of the history is missing; give one of indicator, item, organisation, submission");
        }
        return named.entrySet().iterator().next();
    }
}
