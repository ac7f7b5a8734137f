package org.dutyledger.document.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.dutyledger.document.checker.ReportChecker;
import org.dutyledger.document.checker.ReportDocument;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.EvidenceEvent.Basis;

/** Whatever was submitted, the documents stay readable and every number keeps its source. */
class AnyTextTest {
    @Property(tries = 200)
    void anySubmission_givesSoundDocuments(
            @ForAll @BigRange(min = "-99999999", max = "99999999") BigDecimal number,
            @ForAll @NotBlank @StringLength(max = 40) String fact,
            @ForAll @StringLength(max = 80) String text) {
        EventScript script = new EventScript(Samples.FRAMEWORK)
                .open()
                .figure("leaders", number.toPlainString(), "人", Basis.REPORTED)
                .fact("policy", "文件" + fact)
                .narrative("narrative_1", "甲{{leaders}}" + text + "{{policy}}" + text);
        ReportModel model = Samples.model(script);
        for (RenderedFile file : RenderingTest.render(model)) {
            ReportDocument read = ReportChecker.read(file.bytes());
            assertThat(ReportChecker.problems(read, script.ledger())).isEmpty();
            assertThat(ReportChecker.prints(read, "1", number.toPlainString())).isTrue();
        }
    }

    /** The sign of a lower bound is also an ordinary character of a text. */
    @Example
    void aFactThatHoldsTheSignOfALowerBound_isStillItself() {
        anySubmission_givesSoundDocuments(BigDecimal.TEN, "余款", "余");
    }
}
