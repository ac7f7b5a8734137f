package org.dutyledger.submission.domain.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.CycleEvent.CycleClosed;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.CycleOpenedV1;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.CycleEvent.ReportIssuedV1;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.submission.TestFrameworks;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.cycle.CycleCommand.CloseCycle;
import org.dutyledger.submission.domain.cycle.CycleCommand.OpenCycle;
import org.dutyledger.submission.domain.cycle.CycleCommand.Organisation;
import org.dutyledger.submission.domain.cycle.CycleCommand.RecordReport;
import org.dutyledger.submission.domain.cycle.CycleCommand.RegisterOrganisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cycle: on Axon's fixture where one stream is enough, as plain functions elsewhere. */
class CycleTest {
    private static final String ROOT = "d".repeat(64);

    private static final CycleOpened OPENED = new CycleOpenedV2(
            "c", "330602", "越城区", 2021, "small", "1", "f".repeat(64), null, List.of("1", "2", "preface"));
    private AggregateTestFixture<Cycle> fixture;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void fixture() {
        fixture = new AggregateTestFixture<>(Cycle.class);
        fixture.registerAnnotatedCommandHandler(
                new CycleCommandHandler(fixture.getRepository(), org.mockito.Mockito.mock()));
    }

    @Test
    void open_bindsTheFrameworkForEver_andNamesEveryStream() {
        assertThat(CycleDecisions.open(open("c", "330602", "越城区", 2021)))
                .isEqualTo(new Decision.Accepted(List.of(OPENED)));
    }

    @ParameterizedTest
    @CsvSource({
        "Upper,330602,越城区,2021,cycle",
        "'',330602,越城区,2021,cycle",
        "a/b,330602,越城区,2021,cycle",
        "c,33,越城区,2021,jurisdiction",
        "c,330602,' ',2021,jurisdictionName",
        "c,330602,越城区,21,year",
        "c,330602,越城区,2022,year"
    })
    void open_namesTheFieldThatIsWrong(String cycle, String jurisdiction, String name, int year, String field) {
        Decision decision = CycleDecisions.open(open(cycle, jurisdiction, name, year));
        assertThat(((Decision.Refused) decision).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_FIELD);
            assertThat(refusal.text()).startsWith(field + ":");
        });
    }

    @ParameterizedTest
    @CsvSource({"+999999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void aDeadline_isATimeThatPeopleMean(String deadline) {
        OpenCycle open =
                new OpenCycle("c", "330602", "越城区", 2021, TestFrameworks.CATALOGUE, java.time.Instant.parse(deadline));
        assertThat(code(CycleDecisions.open(open))).isEqualTo(RefusalCode.INVALID_FIELD);
    }

    @Test
    void givenOpened_whenOrganisationsAreRegistered_thenOnlyWhatChangesIsAFact() {
        fixture.given(OPENED, new OrganisationRegistered("c", "czj", "财政局", List.of("finance")))
                .when(register(
                        new Organisation("czj", "财政局", List.of("finance")),
                        new Organisation("jtj", "教体局", List.of("finance", "education", "finance"))))
                .expectEvents(new OrganisationRegistered("c", "jtj", "教体局", List.of("education", "finance")));
    }

    @Test
    void givenOpenedInTheFirstForm_thenTheCycleContinues() {
        fixture.given(new CycleOpenedV1("c", "330602", "越城区", 2021, "small", "1", "f".repeat(64), null))
                .when(register(new Organisation("czj", "财政局", List.of("finance"))))
                .expectEvents(new OrganisationRegistered("c", "czj", "财政局", List.of("finance")));
    }

    @Test
    void givenRegistered_whenRolesChange_thenThatIsAFact() {
        fixture.given(OPENED, new OrganisationRegistered("c", "czj", "财政局", List.of("finance")))
                .when(register(new Organisation("czj", "财政局", List.of("education"))))
                .expectEvents(new OrganisationRegistered("c", "czj", "财政局", List.of("education")));
    }

    @Test
    void registration_reportsEveryWrongOrganisation() {
        Decision decision = CycleDecisions.register(
                CycleAggregateState.NONE,
                register(
                        new Organisation("..", "x", List.of("finance")),
                        new Organisation("a", "甲", List.of("nobody")),
                        new Organisation("b", "乙", List.of()),
                        new Organisation("b", "乙", List.of("finance")),
                        new Organisation("ok", "好", List.of("finance"))));
        assertThat(((Decision.Refused) decision).refusals())
                .extracting(Refusal::index, Refusal::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, RefusalCode.INVALID_FIELD),
                        org.assertj.core.groups.Tuple.tuple(1, RefusalCode.UNKNOWN_ROLE),
                        org.assertj.core.groups.Tuple.tuple(2, RefusalCode.UNKNOWN_ROLE),
                        org.assertj.core.groups.Tuple.tuple(3, RefusalCode.DUPLICATE_ORGANISATION));
    }

    @Test
    void aClosedCycle_changesNoMore_butReportsAreStillIssued() {
        CycleAggregateState closed = CycleAggregateState.NONE.after(new CycleClosed("c", "完成"));
        assertThat(code(CycleDecisions.register(closed, register()))).isEqualTo(RefusalCode.CYCLE_CLOSED);
        assertThat(code(CycleDecisions.close(closed, new CloseCycle("c", TestFrameworks.CATALOGUE, "again"))))
                .isEqualTo(RefusalCode.CYCLE_CLOSED);
        assertThat(CycleDecisions.issue(closed, report("r1", 5)))
                .isEqualTo(new Decision.Accepted(
                        List.of(new ReportIssuedV3("c", "r1", 5, ROOT, "1", "a".repeat(64), List.of()))));
    }

    @Test
    void closing_needsAReason() {
        assertThat(code(CycleDecisions.close(
                        CycleAggregateState.NONE, new CloseCycle("c", TestFrameworks.CATALOGUE, " "))))
                .isEqualTo(RefusalCode.REASON_REQUIRED);
    }

    @Test
    void givenIssued_whenIssuedUnderTheSameName_thenRefused() {
        CycleEvent issued = new ReportIssuedV1("c", "r1", 5, "a".repeat(64), List.of());
        assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE.after(issued), report("r1", 6))))
                .isEqualTo(RefusalCode.REPORT_EXISTS);
        fixture.given(OPENED, issued).when(report("r2", 6)).expectSuccessfulHandlerExecution();
    }

    @Test
    void aReport_namesAPositionAndItsHashes() {
        assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE, report("r1", -1))))
                .isEqualTo(RefusalCode.INVALID_FIELD);
        RecordReport noHash = new RecordReport("c", "r1", 1, ROOT, "1", "zz", List.of());
        assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE, noHash))).isEqualTo(RefusalCode.INVALID_FIELD);
        RecordReport badName = new RecordReport("c", "../r", 1, ROOT, "1", "a".repeat(64), List.of());
        assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE, badName)))
                .isEqualTo(RefusalCode.INVALID_FIELD);
        for (String notThere : new String[] {"", "..", ".hidden"}) {
            assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE, report(notThere, 1))))
                    .isEqualTo(RefusalCode.INVALID_FIELD);
        }
        for (IssuedFile nameless : List.of(
                new IssuedFile("../../x", "y/z", "a".repeat(64), 1),
                new IssuedFile("..", "y/z", "a".repeat(64), 1),
                new IssuedFile("a.html", "text/html\nx: y", "a".repeat(64), 1))) {
            RecordReport report = new RecordReport("c", "r", 1, ROOT, "1", "a".repeat(64), List.of(nameless));
            assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE, report)))
                    .isEqualTo(RefusalCode.INVALID_FIELD);
        }
        RecordReport badFile = new RecordReport(
                "c", "r", 1, ROOT, "1", "a".repeat(64), List.of(new IssuedFile("x", "y/z", "short", 1)));
        assertThat(code(CycleDecisions.issue(CycleAggregateState.NONE, badFile)))
                .isEqualTo(RefusalCode.INVALID_FIELD);
    }

    private static RefusalCode code(Decision decision) {
        return ((Decision.Refused) decision).refusals().get(0).code();
    }

    private static RegisterOrganisations register(Organisation... organisations) {
        return new RegisterOrganisations("c", TestFrameworks.CATALOGUE, List.of(organisations));
    }

    private static RecordReport report(String id, long upTo) {
        return new RecordReport("c", id, upTo, ROOT, "1", "a".repeat(64), List.of());
    }

    private static OpenCycle open(String cycle, String jurisdiction, String name, int year) {
        return new OpenCycle(cycle, jurisdiction, name, year, TestFrameworks.CATALOGUE, null);
    }
}
