package org.dutyledger.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.client.ApiException;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Carries the demonstration through a running suite, as its organisations and the office would.
 *
 * <p>Every step may be repeated: what is there already stays, a submission that was taken before returns its first
 * receipt.
 */
public final class DemoRun {
    private static final Duration SCORING = Duration.ofMinutes(2);
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

    private final URI gateway;
    private final TokenMint mint;
    private final DemoContent content;
    private final SuiteClient office;
    private final String path;

    public DemoRun(URI gateway, TokenMint mint, DemoContent content) {
        this.gateway = gateway;
        this.mint = mint;
        this.content = content;
        this.office = new SuiteClient(gateway, mint.token(TokenMint.Bearer.office(), TOKEN_VALIDITY));
        this.path = "/api/v1/cycles/" + SuiteClient.encoded(content.cycleId());
    }

    /** The office's view of the suite. */
    public SuiteClient office() {
        return office;
    }

    /** Opens the cycle and registers its organisations. */
    public void open() {
        if (!exists()) {
            office.post("/api/v1/cycles", content.cycle());
        }
        office.put(path + "/organisations", Map.of("organisations", content.organisations()));
    }

    /** Hands in one submission with the token of its organisation. */
    public SubmissionReceipt submit(DemoContent.Submission submission) {
        String organisation = submission.organisation();
        String token = mint.token(TokenMint.Bearer.organisation(organisation, content.jurisdiction()), TOKEN_VALIDITY);
        JsonNode receipt =
                new SuiteClient(gateway, token).submit(content.cycleId(), submission.key(), submission.body(), false);
        return SubmissionReceipt.of(organisation, receipt);
    }

    /** Sends every submission; reports each when it is stored. */
    public List<SubmissionReceipt> submitAll(Consumer<SubmissionReceipt> stored) {
        List<SubmissionReceipt> receipts = new ArrayList<>();
        for (DemoContent.Submission submission : content.submissions()) {
            SubmissionReceipt receipt = submit(submission);
            receipts.add(receipt);
            stored.accept(receipt);
        }
        return receipts;
    }

    /**
     * Waits until scoring has seen a position.
     *
     * @throws IllegalStateException when it does not get there in time
     */
    public void awaitScoring(long position) {
        long end = System.nanoTime() + SCORING.toNanos();
        long reached = scoredPosition();
        while (reached < position) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("scoring is at position " + reached + ", not at " + position);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            reached = scoredPosition();
        }
    }

    /** The evaluations of all indicators, from the scoring service. */
    public JsonNode evaluations() {
        JsonNode answer = office.get(path + "/evaluations");
        return answer.isArray() ? answer : answer.path("evaluations");
    }

    /** Progress of the cycle, from the scoring service. */
    public JsonNode progress() {
        return office.get(path + "/progress");
    }

    /** Issues the report from the ledger up to and including a position, or from all of it when that is null. */
    public ReportDownload issue(@Nullable Long upToPosition) {
        return ReportDownload.issue(office, content.cycleId(), upToPosition);
    }

    private boolean exists() {
        try {
            office.get(path);
            return true;
        } catch (ApiException e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    private long scoredPosition() {
        try {
            return Long.parseLong(progress().path("position").asString("-1"));
        } catch (ApiException e) {
            if (e.status() == 404 || e.status() == 503) {
                return -1; // scoring has not heard of the cycle yet
            }
            throw e;
        }
    }
}
