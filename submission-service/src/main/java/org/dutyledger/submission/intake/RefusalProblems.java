package org.dutyledger.submission.intake;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;

/** Maps refusals and ledger failures to problems. */
final class RefusalProblems {
    private static final Set<RefusalCode> CONFLICTS = Set.of(
            RefusalCode.CYCLE_CLOSED,
            RefusalCode.CYCLE_EXISTS,
            RefusalCode.REPORT_EXISTS,
            RefusalCode.DEADLINE_PASSED,
            RefusalCode.ITEM_CHANGED);

    private static final Set<RefusalCode> OF_STATE = Set.of(
            RefusalCode.ALREADY_SUBMITTED,
            RefusalCode.ITEM_CHANGED,
            RefusalCode.NOTHING_TO_CORRECT,
            RefusalCode.NOTHING_TO_REVIEW,
            RefusalCode.UNCHANGED);

    private RefusalProblems() {}

    /** Whether another state of the items could have led to another decision; locks and forms never change back. */
    static boolean dependOnState(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::code).anyMatch(OF_STATE::contains);
    }

    /** One code for all items where they agree, {@code SUBMISSION_REFUSED} where they do not. */
    static Problem of(List<Refusal> refusals) {
        Set<RefusalCode> codes = refusals.stream().map(Refusal::code).collect(Collectors.toSet());
        boolean conflict =
                refusals.stream().anyMatch(r -> r.code() == RefusalCode.CYCLE_CLOSED) || CONFLICTS.containsAll(codes);
        List<Problem.Item> items = refusals.stream()
                .filter(r -> r.index() != Refusal.WHOLE)
                .map(r -> new Problem.Item(r.index(), r.item(), r.code().name(), r.text(), r.textZh()))
                .toList();
        String detail = refusals.size() == 1
                ? refusals.get(0).text()
                : refusals.size() + " reasons against it; nothing was stored: "
                        + refusals.get(0).text() + " …";
        String code = codes.contains(RefusalCode.CYCLE_CLOSED)
                ? RefusalCode.CYCLE_CLOSED.name()
                : codes.size() == 1 ? codes.iterator().next().name() : "SUBMISSION_REFUSED";
        return new Problem(conflict ? 409 : 422, code, detail, items, null);
    }

    static Problem cycleUnknown(String cycle) {
        return new Problem(404, RefusalCode.CYCLE_UNKNOWN.name(), "there is no cycle '" + cycle + "'");
    }

    static Problem cycleExists(String cycle) {
        return new Problem(409, RefusalCode.CYCLE_EXISTS.name(), "cycle '" + cycle + "' is open or was open before");
    }

    static Problem keyReused() {
        return new Problem(
                409,
                "IDEMPOTENCY_KEY_REUSED",
                "this key was used for a request with another content; take a new key for a new request");
    }

    static Problem unavailable() {
        return new Problem(
                503,
                "LEDGER_UNAVAILABLE",
                "the ledger currently does not answer; nothing was stored this time; send it again with the same key",
                List.of(),
                Duration.ofSeconds(2));
    }

    static Problem outcomeUnknown() {
        return new Problem(
                503,
                "OUTCOME_UNKNOWN",
                "it is unknown whether the request was stored; send it again with the same key",
                List.of(),
                Duration.ofSeconds(5));
    }

    static Problem contended() {
        return new Problem(
                503,
                "LEDGER_UNAVAILABLE",
                "other requests keep changing the same items; nothing was stored",
                List.of(),
                Duration.ofSeconds(1));
    }
}
