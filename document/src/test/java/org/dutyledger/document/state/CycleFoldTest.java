package org.dutyledger.document.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.state.CycleState.Item;
import org.dutyledger.evaluation.Item.State;
import org.dutyledger.events.CycleEvent.CycleClosed;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.ReportIssuedV1;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.junit.jupiter.api.Test;

class CycleFoldTest {
    private static final String CYCLE = EventScript.CYCLE;
    private final EventScript script = new EventScript(Samples.FRAMEWORK).open();

    @Test
    void eachItem_knowsTheEventThatSetIt() {
        script.figure("leaders", "18", "人", Basis.REPORTED);
        Item item = Samples.state(script).standing("leaders").orElseThrow();
        assertThat(item.setBy().position()).isEqualTo(2);
        assertThat(item.setBy().eventId()).isEqualTo(script.recorded().get(2).id());
        assertThat(item.setBy().commitHash()).isEqualTo(script.recorded().get(2).commitHash());
        assertThat(item.setBy().submission()).isEqualTo("s1");
        assertThat(Samples.state(script).nameOf(item.organisation())).isEqualTo("越城区教体局");
    }

    @Test
    void cycleOfAnEarlierVersion_isFoldedTheSame() {
        CycleState older = Samples.state(Samples.olderScript());
        CycleState now = Samples.state(Samples.script());
        assertThat(older.standing("leaders")).isEqualTo(now.standing("leaders"));
        assertThat(Samples.COMPUTATION.of(older)).satisfies(report -> {
            assertThat(report.evaluations())
                    .isEqualTo(Samples.COMPUTATION.of(now).evaluations());
            assertThat(report.model().canonical()).isEqualTo(Samples.model().canonical());
        });
    }

    @Test
    void correction_replacesValueAndProvenance() {
        script.figure("leaders", "18", "人", Basis.REPORTED).corrected("leaders", "19", "人", "18");
        Item item = Samples.state(script).standing("leaders").orElseThrow();
        assertThat(item.number().value()).isEqualByComparingTo("19");
        assertThat(item.setBy().position()).isEqualTo(3);
    }

    @Test
    void asOfAnEarlierPosition_laterEventsHaveNotHappened() {
        script.figure("leaders", "18", "人", Basis.REPORTED).corrected("leaders", "19", "人", "18");
        CycleState before = CycleFold.fold(CYCLE, 2, script.recorded());
        assertThat(before.standing("leaders").orElseThrow().number().value()).isEqualByComparingTo("18");
        assertThat(before).isEqualTo(CycleFold.fold(CYCLE, 2, script.recorded().subList(0, 3)));
        assertThat(before.asOf()).isEqualTo(script.recorded().get(2).recordedAt());
    }

    @Test
    void returnedOrWithdrawnItem_doesNotCount() {
        script.figure("leaders", "18", "人", Basis.REPORTED).returned("leaders");
        assertThat(Samples.state(script).standing("leaders")).isEmpty();
        assertThat(Samples.state(script).returned("leaders")).isTrue();
        script.withdrawn("leaders");
        assertThat(Samples.state(script).standing("leaders")).isEmpty();
        assertThat(Samples.state(script).returned("leaders")).isFalse();
        assertThat(Samples.state(script).touched("leaders")).isEqualTo(4);
        assertThat(Samples.state(script).touched("never")).isEqualTo(-1);
    }

    @Test
    void acceptedItem_keepsItsProvenance() {
        script.figure("leaders", "18", "人", Basis.REPORTED)
                .item("leaders", new ItemAccepted(CYCLE, "1", "leaders", EventScript.BUREAU, "r1"));
        Item item = Samples.state(script).standing("leaders").orElseThrow();
        assertThat(item.standing()).isEqualTo(State.ACCEPTED);
        assertThat(item.setBy().position()).isEqualTo(2);
        assertThat(item.touched()).isEqualTo(3);
    }

    @Test
    void evidenceFilesAndIssuedReports_areKept() {
        script.item(
                "leaders",
                new EvidenceAttached(
                        CYCLE,
                        "1",
                        "leaders",
                        EventScript.BUREAU,
                        "s1",
                        "cd".repeat(32),
                        "名单.pdf",
                        "application/pdf",
                        9));
        script.add(
                "cycle/" + CYCLE,
                new ReportIssuedV1(
                        CYCLE, "r2", 2, "ef".repeat(32), List.of(new IssuedFile("report.docx", "x/y", "00", 1))));
        script.add("cycle/" + CYCLE, new CycleClosed(CYCLE, "完成"));
        CycleState state = Samples.state(script);
        assertThat(state.evidence().get("leaders")).singleElement().satisfies(f -> assertThat(f.fileName())
                .isEqualTo("名单.pdf"));
        assertThat(state.issued())
                .singleElement()
                .satisfies(i -> assertThat(i.event().report()).isEqualTo("r2"));
        assertThat(state.closed()).isTrue();
    }

    @Test
    void otherCycles_areIgnored() {
        assertThat(CycleFold.fold("other", 99, script.recorded()).opening()).isNull();
        assertThat(CycleFold.fold("other", 99, Collections.emptyList()).touched("leaders"))
                .isEqualTo(-1);
    }

    @Test
    void ofSeveralOrganisations_theLastSetCounts() {
        script.figure("leaders", "18", "人", Basis.REPORTED);
        script.item(
                "leaders",
                new org.dutyledger.events.EvidenceEvent.FigureSubmitted(
                        CYCLE,
                        "1",
                        "leaders",
                        "other-org",
                        "s9",
                        new java.math.BigDecimal("20"),
                        "人",
                        "2021",
                        Basis.REPORTED,
                        null,
                        null));
        assertThat(Samples.state(script).standing("leaders").orElseThrow().organisation())
                .isEqualTo("other-org");
        assertThat(Samples.state(script).nameOf("other-org")).isEqualTo("other-org");
    }

    @Test
    void actOnWhatWasNeverSubmitted_changesNothing() {
        EventScript script = new EventScript(Samples.FRAMEWORK).open().withdrawn("leaders");
        assertThat(Samples.state(script).items()).isEmpty();
    }
}
