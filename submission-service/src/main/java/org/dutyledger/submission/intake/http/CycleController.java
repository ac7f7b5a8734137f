package org.dutyledger.submission.intake.http;

import java.util.function.Supplier;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.OnBehalfOf;
import org.dutyledger.submission.intake.SubmissionAnswer;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.dutyledger.submission.intake.request.StrictJson;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The HTTP endpoint for what the office does with a cycle. An idempotency key is welcome, not demanded. */
@RestController
@RequestMapping(path = "/api/v1/cycles", consumes = MediaType.APPLICATION_JSON_VALUE)
final class CycleController {
    private final SubmissionIntake intake;
    private final CycleDirectory cycles;
    private final BlockingCalls blocking;

    CycleController(SubmissionIntake intake, CycleDirectory cycles, BlockingCalls blocking) {
        this.intake = intake;
        this.cycles = cycles;
        this.blocking = blocking;
    }

    @PostMapping
    Mono<ResponseEntity<SubmissionAnswer>> open(
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        caller.require("office");
        String checkedKey = Keys.optional(key);
        return blocking.call(() -> {
            CycleRequest.Open request = StrictJson.read(body, CycleRequest.Open.class);
            Scope.requireJurisdiction(caller, request.jurisdiction());
            request.cycle();
            return Answers.of(intake.accept(request, Keys.origin(caller, checkedKey)));
        });
    }

    @PutMapping("/{cycle}/organisations")
    Mono<ResponseEntity<SubmissionAnswer>> register(
            @PathVariable("cycle") String cycle,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        caller.require("office");
        return accept(cycle, key, caller, () -> StrictJson.read(body, CycleRequest.Register.Body.class)
                .in(cycle));
    }

    @PostMapping("/{cycle}/close")
    Mono<ResponseEntity<SubmissionAnswer>> close(
            @PathVariable("cycle") String cycle,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        caller.require("office");
        return accept(cycle, key, caller, () -> StrictJson.read(body, CycleRequest.Close.Body.class)
                .in(cycle));
    }

    /** Only for report-service, which makes the reports, on behalf of the office; its figures are recomputed. */
    @PostMapping("/{cycle}/issued-reports")
    Mono<ResponseEntity<SubmissionAnswer>> issued(
            @PathVariable("cycle") String cycle,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body,
            OnBehalfOf call) {
        call.person().require("office");
        return accept(cycle, key, call.person(), () -> StrictJson.read(body, CycleRequest.Issue.Body.class)
                .in(cycle));
    }

    private Mono<ResponseEntity<SubmissionAnswer>> accept(
            String cycle, @Nullable String key, Caller caller, Supplier<? extends CycleRequest> request) {
        String checkedKey = Keys.optional(key);
        return blocking.call(() -> {
            Scope.requireResponsible(caller, cycles.require(cycle));
            return Answers.of(intake.accept(request.get(), Keys.origin(caller, checkedKey)));
        });
    }
}
