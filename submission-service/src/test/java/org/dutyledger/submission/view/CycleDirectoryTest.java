package org.dutyledger.submission.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.files.FrameworkRegistry;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.TestFrameworks;
import org.dutyledger.submission.framework.Catalogue;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.junit.jupiter.api.Test;

class CycleDirectoryTest {
    private final MemoryService service = new MemoryService().withCycle();
    private long nanos = Long.MAX_VALUE - 1;
    private final CycleDirectory directory = new CycleDirectory(
            service.ledger,
            new FrameworkRegistry<>(List.of(TestFrameworks.CATALOGUE), Catalogue::framework),
            () -> nanos);

    @Test
    void aCycle_isFoldedFromItsStream() {
        CycleView cycle = directory.require("c");
        assertThat(cycle.jurisdiction()).isEqualTo("330602");
        assertThat(cycle.organisations()).containsOnlyKeys("czj", "jtj");
        assertThat(cycle.catalogue().framework()).isEqualTo(TestFrameworks.SMALL);
        assertThat(cycle.closed()).isFalse();
        assertThat(directory.find("d")).isEmpty();
        assertThatThrownBy(() -> directory.require("d")).isInstanceOf(Problem.class);
    }

    @Test
    void changesOfOtherInstances_areSeenAfterTwoSeconds_andAtOnceWhenRequested() {
        directory.require("c");
        register("neu");
        assertThat(directory.require("c").organisations()).doesNotContainKey("neu");
        assertThat(directory.requireWith("c", "neu").organisations()).containsKey("neu");
        register("neuer");
        nanos += Duration.ofSeconds(3).toNanos(); // nanoTime may pass the greatest long
        assertThat(directory.require("c").organisations()).containsKey("neuer");
        service.accept(new CycleRequest.Close("c", "完成"), null);
        nanos += Duration.ofSeconds(3).toNanos();
        assertThat(directory.require("c").closed()).isTrue();
    }

    @Test
    void aCycle_isUnknownToAnOrganisationThatIsNotRegisteredInIt() {
        assertThat(directory.requireFor("czj", "c").cycle()).isEqualTo("c");
        assertThatThrownBy(() -> directory.requireFor("neu", "c")).isInstanceOfSatisfying(Problem.class, unknown -> {
            assertThat(unknown.code()).isEqualTo("CYCLE_UNKNOWN");
            assertThatThrownBy(() -> directory.requireFor("neu", "d"))
                    .hasMessage(unknown.getMessage().replace("'c'", "'d'"));
        });
        register("neu");
        assertThat(directory.requireFor("neu", "c").organisations()).containsKey("neu");
    }

    @Test
    void allCycles_areFoundAtAnyPlaceInTheLedger() {
        assertThat(directory.all()).extracting(CycleView::cycle).containsExactly("c");
        service.submit("k", MemoryService.budget("1"));
        service.accept(new CycleRequest.Open("b", "330603", "柯桥区", 2021, "small", null), null);
        assertThat(directory.all()).extracting(CycleView::cycle).containsExactly("b", "c");
    }

    @Test
    void aYearOfAJurisdiction_hasOneCycle_unlessThatWasClosedWithoutAReport() {
        CycleRequest.Open second = new CycleRequest.Open("b", "330602", "越城区", 2021, "small", null);
        assertThatThrownBy(() -> service.accept(second, null)).isInstanceOfSatisfying(Problem.class, taken -> {
            assertThat(taken.status()).isEqualTo(409);
            assertThat(taken.code()).isEqualTo("YEAR_TAKEN");
            assertThat(taken).hasMessageContaining("cycle 'c' evaluates 2021 of jurisdiction 330602");
        });
        service.accept(new CycleRequest.Close("c", "开启有误"), null);
        assertThat(service.accept(second, null).cycle()).isEqualTo("b");
    }

    @Test
    void aFrameworkThatIsNotExactlyTheSame_isNotTakenForIt() {
        Framework edited = new Framework(
                "small",
                "1",
                "改",
                2021,
                "0".repeat(64),
                TestFrameworks.SMALL.roles(),
                TestFrameworks.SMALL.grading(),
                TestFrameworks.SMALL.groups(),
                TestFrameworks.SMALL.sections());
        CycleDirectory other = new CycleDirectory(
                service.ledger,
                new FrameworkRegistry<>(List.of(new Catalogue(edited)), Catalogue::framework),
                () -> nanos);
        assertThat(other.all()).as("other cycles stay usable").singleElement().satisfies(cycle -> {
            assertThat(cycle.cycle()).isEqualTo("c");
            assertThatThrownBy(cycle::catalogue).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.status()).isEqualTo(409);
                assertThat(problem.code()).isEqualTo("FRAMEWORK_NOT_INSTALLED");
            });
        });
    }

    @Test
    void scope_showsOnlyWhatIsTheCallers() {
        CycleView cycle = directory.require("c");
        Caller own = new Caller("a", Set.of("submitter"), Set.of("czj", "elsewhere"), Set.of());
        Caller stranger = new Caller("b", Set.of("submitter"), Set.of("x"), Set.of());
        Caller supervisor = new Caller("c", Set.of("supervisor"), Set.of(), Set.of("330602"));
        Caller otherCounty = new Caller("d", Set.of("supervisor"), Set.of(), Set.of("330604"));
        Caller province = new Caller("e", Set.of("auditor"), Set.of(), Set.of("*"));
        Caller machine = new Caller("f", Set.of("service"), Set.of(), Set.of());
        assertThat(Scope.organisations(own, cycle)).containsExactly("czj");
        assertThat(Scope.sees(new Caller("g", Set.of(), Set.of("czj"), Set.of("330602")), cycle))
                .as("organisations and jurisdictions show nothing to a caller without a role")
                .isFalse();
        assertThat(Scope.sees(stranger, cycle)).isFalse();
        assertThat(Scope.organisations(supervisor, cycle)).containsExactlyInAnyOrder("czj", "jtj");
        assertThat(Scope.sees(otherCounty, cycle)).isFalse();
        assertThat(Scope.seesAll(province, cycle)).isTrue();
        assertThat(Scope.seesAll(machine, cycle)).isTrue();
        assertThatThrownBy(() -> Scope.requireJurisdiction(otherCounty, "330602"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Scope.requireResponsible(otherCounty, cycle))
                .isInstanceOfSatisfying(Problem.class, unknown -> assertThat(unknown.getMessage())
                        .isEqualTo(CycleDirectory.unknown("c").getMessage()));
        Scope.requireJurisdiction(province, "330602");
    }

    private void register(String organisation) {
        service.accept(
                new CycleRequest.Register.Body(
                                List.of(new CycleRequest.Register.Organisation(organisation, "单位", List.of("finance"))))
                        .in("c"),
                null);
    }
}
