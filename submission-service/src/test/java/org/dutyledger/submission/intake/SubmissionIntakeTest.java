package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.submission.MemoryService.budget;
import static org.dutyledger.submission.MemoryService.schools;
import static org.dutyledger.submission.MemoryService.submission;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dutyledger.events.EventMeta;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.junit.jupiter.api.Test;

/** The intake on a ledger in memory. */
class SubmissionIntakeTest {
    private final MemoryService service = new MemoryService().withCycle();

    @Test
    void anAcceptedSubmission_isOneCommitWithTheStampOnEachEvent() {
        SubmissionAnswer answer = service.submit("k", budget("18.87") + "," + schools("5"));
        StoredCommit commit = service.ledger.read(answer.firstPosition(), 1).get(0);
        assertThat(commit.requestId()).isEqualTo("czj:k");
        assertThat(commit.events()).hasSize(2).allSatisfy(stored -> {
            RecordedEvent event = RecordedEvent.decode(stored.position(), null, stored.data());
            assertThat(event.recordedAt()).isEqualTo(MemoryService.NOW);
            assertThat(event.meta())
                    .containsEntry(EventMeta.ACTOR, "tester")
                    .containsEntry(EventMeta.DOOR, "http")
                    .containsEntry(EventMeta.REQUEST, "czj:k")
                    .containsKey(EventMeta.DIGEST)
                    .hasSize(4);
        });
        assertThat(answer.recordedAt()).isEqualTo(MemoryService.NOW);
        assertThat(answer.lastPosition()).isEqualTo(answer.firstPosition() + 1);
        assertThat(answer.events()).extracting(SubmissionAnswer.Line::item).containsExactly("budget", "schools");
        assertThat(answer.submission()).isNotBlank();
        assertThat(answer.organisation()).isEqualTo("czj");
        assertThat(answer.repeated()).isFalse();
    }

    @Test
    void openingACycle_opensEveryHolderInTheSameCommit() {
        assertThat(service.ledger.read(0, 1).get(0).events())
                .extracting(org.dutyledger.ledger.StoredEvent::stream)
                .containsExactly("cycle/c", "evidence/c/1", "evidence/c/2", "evidence/c/preface");
    }

    @Test
    void aRepeatedKey_getsTheFirstReceipt_evenAfterTheCycleIsClosed() {
        SubmissionAnswer first = service.submit("k", budget("18.87"));
        service.accept(new CycleRequest.Close("c", "完成"), null);
        long size = service.ledger.size();
        SubmissionAnswer again = service.submit("k", budget("18.87"));
        assertThat(again).usingRecursiveComparison().ignoringFields("repeated").isEqualTo(first);
        assertThat(again.repeated()).isTrue();
        assertThat(service.ledger.size()).isEqualTo(size);
    }

    @Test
    void aKeyWithAnotherContent_isRefused() {
        service.submit("k", budget("18.87"));
        assertProblem(() -> service.submit("k", budget("18.88")), 409, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(
                () -> service.submit("k", budget("18.87").replace("submit", "correct")), 409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aKey_meansSomethingOnlyUnderItsOrganisation() {
        service.submit("k", budget("18.87"));
        String narrative = "{\"action\":\"submit\",\"type\":\"narrative\",\"item\":\"intro\",\"text\":\"好\"}";
        assertThat(service.accept(submission("jtj", narrative, false), "k").repeated())
                .isFalse();
    }

    @Test
    void aSubjectNamedLikeAnOrganisation_sharesNoKeyWithIt() {
        service.submit("k", budget("18.87"));
        SubmissionAnswer closed = service.acceptOf("czj", new CycleRequest.Close("c", "完成"), "k");
        assertThat(closed.repeated()).isFalse();
        assertThat(requestAt(closed)).isEqualTo("subject/czj:k");
    }

    @Test
    void subjectsWithColons_shareNoKey() {
        SubmissionAnswer first = service.acceptOf("a:b", opening("d", "330603"), "c");
        SubmissionAnswer second = service.acceptOf("a", opening("e", "330604"), "b:c");
        assertThat(requestAt(first)).isEqualTo("subject/a%3Ab:c");
        assertThat(requestAt(second)).isEqualTo("subject/a:b:c");
        assertThat(second.repeated()).isFalse();
    }

    @Test
    void aKeyStoredByAnEarlierVersion_isHonoured() {
        MemoryService earlier = new MemoryService();
        SubmissionAnswer first = earlier.acceptOf("office", opening("d", "330603"), "k");
        MemoryService now = new MemoryService(storedUnder("office:k", earlier.ledger));
        SubmissionAnswer again = now.acceptOf("office", opening("d", "330603"), "k");
        assertThat(again.repeated()).isTrue();
        assertThat(again.firstPosition()).isEqualTo(first.firstPosition());
        assertProblem(() -> now.acceptOf("office", opening("e", "330604"), "k"), 409, "IDEMPOTENCY_KEY_REUSED");
    }

    private static CycleRequest.Open opening(String cycle, String jurisdiction) {
        return new CycleRequest.Open(cycle, jurisdiction, "某区", 2021, "small", null);
    }

    /** A ledger of an earlier version, which stored the only commit of this one under another request id. */
    private static Ledger storedUnder(String requestId, Ledger ledger) {
        StoredCommit commit = ledger.read(0, 1).get(0);
        Ledger former = new MemoryLedger();
        former.append(new NewCommit(
                commit.id(),
                requestId,
                commit.recordedAt(),
                commit.events().stream()
                        .map(e -> new NewCommit.NewEvent(e.stream(), e.sequence(), e.type(), e.id(), e.data()))
                        .toList()));
        return former;
    }

    private String requestAt(SubmissionAnswer answer) {
        return service.ledger.read(answer.firstPosition(), 1).get(0).requestId();
    }

    @Test
    void anyRefusal_leavesTheLedgerUnchanged() {
        long size = service.ledger.size();
        assertProblem(() -> service.submit("k1", budget("18.87") + "," + schools("x")), 422, "NOT_A_NUMBER");
        assertProblem(() -> service.submit("k2", budget("18.87") + "," + budget("18.87")), 422, "DUPLICATE_ITEM");
        assertProblem(() -> service.submit("k3", budget("1.234") + "," + schools("x")), 422, "SUBMISSION_REFUSED");
        assertThat(service.ledger.size()).isEqualTo(size);
        assertThat(service.submit("k1", budget("18.87")).repeated())
                .as("a refused key is free")
                .isFalse();
    }

    @Test
    void aDryRun_decidesAndKeepsTheKeyFree() {
        long size = service.ledger.size();
        SubmissionAnswer answer = service.accept(submission("czj", budget("1"), true), "k");
        assertThat(answer.dryRun()).isTrue();
        assertThat(answer.firstPosition()).isNull();
        assertThat(service.ledger.size()).isEqualTo(size);
        assertThat(service.submit("k", budget("2")).repeated()).isFalse();
    }

    @Test
    void aClosedCycle_isAConflict() {
        service.accept(new CycleRequest.Close("c", "完成"), null);
        assertProblem(() -> service.submit("k", budget("1")), 409, "CYCLE_CLOSED");
    }

    @Test
    void cyclesAndOrganisations_mustBeKnown() {
        assertProblem(() -> service.accept(submission("nobody", budget("1"), false), "k"), 404, "CYCLE_UNKNOWN");
        assertProblem(() -> service.accept(new CycleRequest.Close("nowhere", "x"), null), 404, "CYCLE_UNKNOWN");
        assertProblem(
                () -> service.accept(new CycleRequest.Open("c", "330602", "越城区", 2021, "small", null), null),
                409,
                "CYCLE_EXISTS");
        assertProblem(
                () -> service.accept(new CycleRequest.Open("d", "330602", "越城区", 2021, "none", null), null),
                422,
                "FRAMEWORK_UNKNOWN");
    }

    @Test
    void openingWithTheSameKey_isRepeated() {
        CycleRequest.Open open = opening("d", "330603");
        SubmissionAnswer first = service.accept(open, "k");
        assertThat(service.accept(open, "k").firstPosition()).isEqualTo(first.firstPosition());
    }

    @Test
    void registeringWhatIsRegistered_storesNothing() {
        long size = service.ledger.size();
        service.withCycleOrganisations();
        assertThat(service.ledger.size()).isEqualTo(size);
    }

    @Test
    void aCorrectionOfWhatAnotherHasChanged_isRefused() {
        String seen = "\"seen\":\"" + service.submit("k1", budget("18.87")).firstPosition() + "\"";
        String correction =
                "{\"action\":\"correct\",\"type\":\"figure\",\"item\":\"budget\",\"unit\":\"亿元\",\"value\":\"%s\","
                        + "\"reason\":\"更正\"," + seen + "}";
        long first = service.submit("k2", correction.formatted("18.88")).firstPosition();
        long size = service.ledger.size();
        assertThatThrownBy(() -> service.submit("k3", correction.formatted("18.78")))
                .isInstanceOfSatisfying(Problem.class, stale -> {
                    assertThat(stale.status()).isEqualTo(409);
                    assertThat(stale.code()).isEqualTo("ITEM_CHANGED");
                    assertThat(stale.items().get(0).detailZh()).contains("您看到的是“18.87”，现为“18.88”");
                });
        assertThat(service.ledger.size()).isEqualTo(size);
        for (String wrong : new String[] {"0", "x", "-1", "999", String.valueOf(Long.MAX_VALUE) + "0"}) {
            assertProblem(
                    () -> service.submit(
                            "k4", correction.formatted("18.78").replace(seen, "\"seen\":\"" + wrong + "\"")),
                    422,
                    "INVALID_FIELD");
        }
        String now = correction.formatted("18.78").replace(seen, "\"seen\":" + first);
        assertThat(service.submit("k5", now).repeated()).isFalse();
    }

    @Test
    void refusals_carryIndexAndBothLanguages() {
        assertThatThrownBy(() -> service.submit("k", budget("1") + "," + schools("x")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    List<Problem.Item> items = problem.items();
                    assertThat(items).singleElement().satisfies(item -> {
                        assertThat(item.index()).isEqualTo(1);
                        assertThat(item.item()).isEqualTo("schools");
                        assertThat(item.detailZh()).containsPattern("\\p{IsHan}");
                    });
                });
    }

    static void assertProblem(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(status);
        });
    }
}
