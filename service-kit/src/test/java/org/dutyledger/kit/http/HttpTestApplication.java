package org.dutyledger.kit.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.OnBehalfOf;
import org.dutyledger.kit.Problem;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service with nothing but an endpoint: what every service gets from the kit is tried on it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(HttpTestApplication.Rooms.class)
class HttpTestApplication {
    record Item(String name, int count) {}

    record Order(List<Item> items) {}

    @RestController
    static class Rooms {
        private final BlockingCalls blocking;

        Rooms(BlockingCalls blocking) {
            this.blocking = blocking;
        }

        @GetMapping("/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/for")
        OnBehalfOf onBehalfOf(OnBehalfOf call) {
            return call;
        }

        @GetMapping("/open")
        String open() {
            return "open";
        }

        @GetMapping("/office")
        Mono<String> office(Caller caller) {
            return blocking.call(() -> {
                caller.require("office", "service");
                return Thread.currentThread().getName();
            });
        }

        @PostMapping(path = "/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Integer> order(@RequestHeader("Idempotency-Key") String key, @RequestBody Order order) {
            return Map.of("items", order.items().size());
        }

        /** Ends only with its reader. */
        @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<String> stream() {
            return Flux.interval(Duration.ofMillis(50)).onBackpressureBuffer().map(Object::toString);
        }

        @GetMapping("/late")
        Mono<String> late() {
            return Mono.error(new Problem(504, "LATE", "no answer in time"));
        }

        @GetMapping("/number")
        int number(@RequestParam int n) {
            return n;
        }

        @GetMapping("/fault")
        String fault() {
            throw new IllegalStateException("jdbc:secret at org.dutyledger.Internal");
        }

        @GetMapping("/refused")
        Mono<String> refused() {
            return Mono.error(new Problem(
                    422,
                    "UNIT_NOT_ALLOWED",
                    "item 0 must be in 亿元",
                    List.of(new Problem.Item(0, "budget", "UNIT_NOT_ALLOWED", "must be 亿元", "单位应为亿元")),
                    null));
        }
    }
}
