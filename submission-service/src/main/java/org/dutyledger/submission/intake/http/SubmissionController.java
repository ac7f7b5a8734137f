package org.dutyledger.submission.intake.http;

import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.intake.SubmissionAnswer;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.dutyledger.submission.intake.request.ReviewRequest;
import org.dutyledger.submission.intake.request.StrictJson;
import org.dutyledger.submission.intake.request.SubmissionRequest;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The HTTP endpoint for submissions and their review. */
@RestController
@RequestMapping(path = "/api/v1/cycles/{cycle}", consumes = MediaType.APPLICATION_JSON_VALUE)
final class SubmissionController {
    private final SubmissionIntake intake;
    private final CycleDirectory cycles;
    private final BlockingCalls blocking;

    SubmissionController(SubmissionIntake intake, CycleDirectory cycles, BlockingCalls blocking) {
        this.intake = intake;
        this.cycles = cycles;
        this.blocking = blocking;
    }

    @PostMapping("/submissions")
    Mono<ResponseEntity<SubmissionAnswer>> submit(
            @PathVariable("cycle") String cycle,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        caller.require("submitter");
        String checkedKey = dryRun ? Keys.optional(key) : Keys.required(key);
        return blocking.call(() -> {
            SubmissionRequest request =
                    StrictJson.read(body, SubmissionRequest.Body.class).in(cycle, dryRun);
            if (!caller.organisations().contains(request.organisation())) {
                throw new Problem(403, "NOT_YOUR_ORGANISATION", "the token is not valid for that organisation");
            }
            return Answers.of(intake.accept(request, Keys.origin(caller, checkedKey)));
        });
    }

    @PostMapping("/reviews")
    Mono<ResponseEntity<SubmissionAnswer>> review(
            @PathVariable("cycle") String cycle,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        caller.require("supervisor");
        String checkedKey = Keys.optional(key);
        return blocking.call(() -> {
            Scope.requireResponsible(caller, cycles.require(cycle));
            ReviewRequest request =
                    StrictJson.read(body, ReviewRequest.Body.class).in(cycle);
            return Answers.of(intake.accept(request, Keys.origin(caller, checkedKey)));
        });
    }
}
