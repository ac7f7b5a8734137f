package org.dutyledger.scoring.progress;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Hands every new progress to those who watch its cycle.
 *
 * <p>Promises: publishing never waits for a watcher and keeps nothing for a slow one but the newest progress.
 */
public final class ProgressHub {
    private final Map<String, Sinks.Many<Progress>> watched = new ConcurrentHashMap<>();

    /** Called by one thread at a time. */
    public void publish(Progress progress) {
        Sinks.Many<Progress> watchers = watched.get(progress.cycle());
        if (watchers != null) {
            watchers.tryEmitNext(progress);
        }
    }

    /** The states published from now on. */
    Flux<Progress> watch(String cycle) {
        return Flux.defer(() -> watched.computeIfAbsent(
                        cycle, c -> Sinks.many().multicast().directBestEffort())
                .asFlux()
                .onBackpressureLatest());
    }
}
