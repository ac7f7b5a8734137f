package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dutyledger.submission.MemoryService.budget;

import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.junit.jupiter.api.Test;

/** Answers to a caller while the ledger fails, and the safety of its retry. */
class LedgerTroubleTest {
    private final TroubledLedger ledger = new TroubledLedger(new MemoryLedger());
    private final MemoryService service = new MemoryService(ledger).withCycle();

    @Test
    void aLedgerThatTakesNothing_is503AndNothingIsStored() {
        long size = ledger.size();
        ledger.beforeAppend = new LedgerBusyException("full", null);
        Problem problem = refused();
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(problem.retryAfter()).isPositive();
        assertThat(ledger.size()).isEqualTo(size);
        ledger.beforeAppend = null;
        assertThat(service.submit("k", budget("1")).repeated()).isFalse();
    }

    @Test
    void aLedgerThatCannotBeRead_is503() {
        ledger.whenReading = new LedgerBusyException("away", null);
        MemoryService remembersNothing = new MemoryService(ledger);
        Problem problem = catchThrowableOfType(Problem.class, () -> remembersNothing.submit("k", budget("1")));
        assertThat(problem.code()).isEqualTo("LEDGER_UNAVAILABLE");
    }

    @Test
    void anUnknownOutcome_isReported_andTheSameKeyReturnsWhatBecameOfIt() {
        ledger.afterAppend = new AppendOutcomeUnknownException("no answer", null);
        Problem problem = refused();
        assertThat(problem.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(problem.retryAfter()).isPositive();
        long size = ledger.size();
        ledger.afterAppend = null;
        SubmissionAnswer again = service.submit("k", budget("1"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.lastPosition()).isEqualTo(size - 1);
        assertThat(ledger.size()).isEqualTo(size);
    }

    @Test
    void storedCommit_isNeverReportedAsAFailure() {
        ledger.whenReadingAfterAppend = new LedgerBusyException("away", null);
        SubmissionAnswer closed = service.accept(new CycleRequest.Close("c", "完成"), null);
        assertThat(closed.wasStoredNow()).isTrue();
        assertThat(closed.lastPosition()).isEqualTo(ledger.size() - 1);
    }

    @Test
    void aLostRace_isRunAgain() {
        ledger.conflicts = 3;
        assertThat(service.submit("k", budget("1")).repeated()).isFalse();
    }

    @Test
    void racesLostForEver_end() {
        ledger.conflicts = Integer.MAX_VALUE;
        Problem problem = refused();
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.retryAfter()).isPositive();
    }

    private Problem refused() {
        return catchThrowableOfType(Problem.class, () -> service.submit("k", budget("1")));
    }
}
