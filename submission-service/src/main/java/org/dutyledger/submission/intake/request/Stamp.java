package org.dutyledger.submission.intake.request;

import java.time.Instant;

/** What the intake puts on every request: an id (time-ordered) and the server's time. */
public record Stamp(String id, Instant now) {}
