package org.dutyledger.submission.intake.http;

import org.dutyledger.submission.intake.SubmissionAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** 201 for what became a fact now, 200 for what was one already or was only asked about. */
final class Answers {
    private Answers() {}

    static ResponseEntity<SubmissionAnswer> of(SubmissionAnswer answer) {
        return ResponseEntity.status(answer.wasStoredNow() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }
}
