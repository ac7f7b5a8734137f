package org.dutyledger.scoring.progress;

import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.scoring.view.CallerScope;
import org.dutyledger.scoring.view.CycleQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows progress once, or as server-sent events whose id is the ledger position. */
@RestController
@RequestMapping("/api/v1/cycles/{cycle}/progress")
class ProgressController {
    private final CycleQueries view;
    private final ProgressStreams streams;

    ProgressController(CycleQueries view, ProgressStreams streams) {
        this.view = view;
        this.streams = streams;
    }

    @GetMapping
    Mono<Progress> progress(@PathVariable String cycle, Caller caller) {
        return view.visible(cycle, caller)
                .flatMap(v -> ProgressStreams.stored(v.cycle()).map(p -> p.within(v.scope())))
                .switchIfEmpty(Mono.error(
                        () -> new Problem(404, "CYCLE_UNKNOWN", "cycle '" + cycle + "' was not evaluated yet")));
    }

    /** Browsers send {@code Last-Event-ID} when they reconnect; {@code lastEventId} is for those that cannot. */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> stream(
            @PathVariable String cycle,
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEvent,
            @RequestParam(name = "lastEventId", required = false) @Nullable String lastEventId,
            ServerHttpResponse response) {
        response.getHeaders().set("X-Accel-Buffering", "no"); // nginx would hold events back
        long after = position(lastEvent != null ? lastEvent : lastEventId);
        return view.visible(cycle, caller).flatMapMany(first -> {
            CallerScope scope = first.scope();
            Mono<Progress> current = view.visible(cycle, caller).flatMap(now -> ProgressStreams.stored(now.cycle()));
            return streams.stream(cycle, after, current, progress -> progress.within(scope));
        });
    }

    /** An unknown id is not refused: the client gets the current state. */
    private static long position(@Nullable String id) {
        try {
            return id == null ? -1 : Long.parseLong(id.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
