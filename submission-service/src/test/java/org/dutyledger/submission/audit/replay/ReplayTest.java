package org.dutyledger.submission.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.audit.fold.Moment;
import org.dutyledger.submission.view.CycleView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the answers hold beside the items: receipts, names, and how far they reach. */
class ReplayTest {
    private static final Moment NOW = new Moment.Latest();
    private final MemoryService service = new MemoryService().withCycle();
    private final Replay replay = new Replay(new StreamReads(service.ledger));
    private final CycleView cycle = service.cycles.require("c");
    private long submitted;
    private long corrected;

    @BeforeEach
    void submit() {
        submitted = service.submit("k1", MemoryService.budget("1") + "," + MemoryService.schools("5"))
                .firstPosition();
        corrected = service.submit(
                        "k2",
                        MemoryService.budget("2").replace("submit", "correct").replace("}", ",\"reason\":\"错\"}"))
                .firstPosition();
    }

    @Test
    void aState_bearsTheReceiptOfEachValue() {
        Replay.Item item = replay.state(cycle, "1", NOW, null).items().get(0);
        assertThat(item.setBy().position()).isEqualTo(corrected);
        assertThat(item.setBy().commitHash()).matches("[0-9a-f]{64}");
        assertThat(item.setBy().actor()).isEqualTo("tester");
        assertThat(item.setBy().door()).isEqualTo("http");
        assertThat(item.last()).isEqualTo(item.setBy());
        assertThat(item.name()).isEqualTo("budget");
        assertThat(item.effectiveFrom()).isEqualTo(LocalDate.of(2021, 12, 31));
    }

    @Test
    void aState_namesItsPosition() {
        Replay.State state = replay.state(cycle, "1", new Moment.AtPosition(corrected - 1), null);
        assertThat(state.known().position()).isEqualTo(submitted);
        assertThat(state.known().recordedAt()).isEqualTo(MemoryService.NOW);
        assertThat(state.title()).isEqualTo("经费");
        Replay.State none = replay.state(cycle, "1", new Moment.RecordedBy(Instant.EPOCH), null);
        assertThat(none.known().position()).isNull();
        assertThat(none.phase()).isEqualTo("absent");
    }

    @Test
    void aDifference_isOfOneIndicatorOnly() {
        Replay.Changes changes =
                replay.difference(cycle, "2", new Moment.AtPosition(submitted), new Moment.AtPosition(corrected));
        assertThat(changes.changes()).singleElement().satisfies(change -> {
            assertThat(change.item()).isEqualTo("schools");
            assertThat(change.before()).isNull();
            assertThat(change.after().value()).isEqualTo("5");
            assertThat(change.causes()).extracting(EventLine::position).containsExactly(submitted + 1);
        });
        assertThat(replay.difference(cycle, "2", new Moment.AtPosition(corrected), NOW)
                        .changes())
                .isEmpty();
    }

    @Test
    void aDifferenceBackwards_isRefused() {
        assertThatThrownBy(() -> replay.difference(cycle, "1", NOW, new Moment.AtPosition(submitted)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("INVALID_RANGE"));
    }

    @Test
    void theFuture_isRefused() {
        Moment future = new Moment.AtPosition(service.ledger.size());
        assertThatThrownBy(() -> replay.state(cycle, "1", future, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("POSITION_NOT_RECORDED"));
    }

    @Test
    void anotherJurisdictionsCycle_doesNotExist() {
        AuditedCycles cycles = new AuditedCycles(service.cycles);
        assertThat(cycles.cycle("c", auditor("330602")).cycle()).isEqualTo("c");
        assertThat(cycles.cycle("c", auditor("*")).cycle()).isEqualTo("c");
        assertThatThrownBy(() -> cycles.cycle("c", auditor("330603")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("CYCLE_UNKNOWN"));
    }

    private static Caller auditor(String jurisdiction) {
        return new Caller("a", java.util.Set.of("auditor"), java.util.Set.of(), java.util.Set.of(jurisdiction));
    }
}
