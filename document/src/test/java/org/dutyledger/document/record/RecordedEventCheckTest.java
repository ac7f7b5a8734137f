package org.dutyledger.document.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Records;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report is made only of events that a ledger of the suite records. */
class RecordedEventCheckTest {
    private static final int REASONS = 42;

    static Stream<Map.Entry<String, EventScript>> impossible() {
        return Records.impossible().entrySet().stream();
    }

    static Stream<Map.Entry<String, EventScript>> possible() {
        return Records.possible().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void unrecordableEvents_haveNoReport(Map.Entry<String, EventScript> events) {
        assertThatThrownBy(() -> compute(events.getValue()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" position ");
    }

    @ParameterizedTest
    @MethodSource("possible")
    void recordableEvents_haveAReport(Map.Entry<String, EventScript> events) {
        assertThat(compute(events.getValue()).canonical()).isNotEmpty();
    }

    @Test
    void samples_areSuchAsALedgerRecords() {
        for (EventScript script : new EventScript[] {Samples.script(), Samples.olderScript()}) {
            assertThat(Samples.COMPUTATION
                            .of(EventScript.CYCLE, script.last(), script.recorded())
                            .model()
                            .canonical())
                    .isEqualTo(Samples.model(script).canonical());
        }
    }

    @Test
    void eventBehindThePosition_isNotJudged() {
        EventScript script = Records.impossible().get("submitted-twice");
        assertThat(Records.COMPUTATION
                        .of(EventScript.CYCLE, script.last() - 1, script.recorded())
                        .state()
                        .items())
                .containsKey("share");
    }

    /** No rule is shown by a list that another rule refuses. */
    @Test
    void everyRule_hasItsOwnReason() {
        Set<String> reasons = new TreeSet<>();
        impossible().forEach(events -> {
            try {
                compute(events.getValue());
            } catch (IllegalArgumentException e) {
                reasons.add(e.getMessage().replaceFirst(".*position \\d+ ", ""));
            }
        });
        assertThat(reasons).hasSize(REASONS);
    }

    @Test
    void reason_namesThePlace() {
        assertThatThrownBy(() -> compute(Records.impossible().get("too-many-decimals")))
                .hasMessage("the event at position 2 has other decimals than the figure");
    }

    private static ReportModel compute(EventScript script) {
        String cycle = script.recorded().get(0).event().cycle();
        return Records.COMPUTATION.of(cycle, script.last(), script.recorded()).model();
    }
}
