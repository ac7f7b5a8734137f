package org.dutyledger.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel.Run;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number of a text is read with its unit, whatever the text says behind it. */
class PrintedUnitTest {
    @ParameterizedTest
    @CsvSource({
        "共{{leaders}}。, 共18人。",
        "共{{leaders}}人。, 共18人。",
        "共{{leaders}} 位领导。, 共18位领导。",
        "共{{leaders}}万人。, 共18人万人。",
        "共{{bases}}。, 共20余家。",
        "共{{bases}}家。, 共20余家。",
        "共{{bases}}余家。, 共20余家。",
        "占{{rate}}，, 占86.7%，",
        "占{{rate}}%，, 占86.7%，"
    })
    void unit_isPrintedUnlessItFollows(String narrative, String printed) {
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("leaders", "18", "人", Basis.REPORTED)
                .figure("bases", "20", "家", Basis.AT_LEAST)
                .figure("rate", "86.7", "%", Basis.DECLARED)
                .narrative("narrative_1", narrative);
        String text = Samples.model(script).body().stream()
                .filter(paragraph -> paragraph.holder().equals("1"))
                .flatMap(paragraph -> paragraph.runs().stream())
                .map(Run::text)
                .collect(Collectors.joining());
        assertThat(text).isEqualTo(printed);
    }
}
