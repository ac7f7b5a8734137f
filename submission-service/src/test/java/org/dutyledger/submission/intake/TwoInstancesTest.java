package org.dutyledger.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.MemoryService.budget;
import static org.dutyledger.submission.MemoryService.schools;
import static org.dutyledger.submission.MemoryService.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances of the service on one ledger: the same request at both of them is stored once. */
class TwoInstancesTest {
    private static final int THREADS = 16;
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryService one = new MemoryService(ledger).withCycle();
    private final MemoryService two = new MemoryService(ledger);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        ledger.close();
    }

    @Test
    void theSameRequestEverywhereAtOnce_hasOneReceipt() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "k" + round;
            String items =
                    round % 2 == 0 ? budget("1") + "," + schools("2") : withdraw("schools") + "," + withdraw("budget");
            List<SubmissionAnswer> answers = everywhere(i -> () -> instance(i).submit(key, items));
            Set<Long> positions = new HashSet<>();
            answers.forEach(answer -> positions.add(answer.firstPosition()));
            assertThat(positions).hasSize(1);
            assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        }
    }

    @Test
    void differentOrganisationsOnOneIndicator_allGetThrough() throws Exception {
        StringBuilder organisations = new StringBuilder();
        for (int i = 0; i < THREADS; i++) {
            organisations
                    .append(i == 0 ? "" : ",")
                    .append("{\"organisation\":\"o" + i + "\",\"name\":\"单位\",\"roles\":[\"finance\"]}");
        }
        one.accept(
                org.dutyledger.submission.intake.request.StrictJson.read(
                                ("{\"organisations\":[" + organisations + "]}").getBytes(),
                                org.dutyledger.submission.intake.request.CycleRequest.Register.Body.class)
                        .in("c"),
                null);
        long before = ledger.size();
        List<SubmissionAnswer> answers = everywhere(
                i -> () -> instance(i).accept(submission("o" + i, budget("1") + "," + schools("2"), false), "k"));
        assertThat(answers).noneMatch(SubmissionAnswer::repeated);
        assertThat(ledger.size()).isEqualTo(before + THREADS * 2L);
    }

    @Test
    void changesOfOneInstance_areSeenByTheOther() {
        one.submit("a", budget("1"));
        SubmissionIntakeTest.assertProblem(() -> two.submit("b", budget("2")), 422, "ALREADY_SUBMITTED");
        two.submit("c", withdraw("budget"));
        assertThat(one.submit("d", budget("2")).repeated()).isFalse();
        assertThat(two.submit("e", withdraw("budget")).repeated()).isFalse();
    }

    private MemoryService instance(int i) {
        return i % 2 == 0 ? one : two;
    }

    private List<SubmissionAnswer> everywhere(java.util.function.IntFunction<Callable<SubmissionAnswer>> call)
            throws Exception {
        List<Callable<SubmissionAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            calls.add(call.apply(i));
        }
        List<SubmissionAnswer> answers = new ArrayList<>();
        for (Future<SubmissionAnswer> done : threads.invokeAll(calls)) {
            answers.add(done.get());
        }
        return answers;
    }

    private static String withdraw(String item) {
        return "{\"action\":\"withdraw\",\"item\":\"" + item + "\",\"reason\":\"口径\"}";
    }
}
