package org.dutyledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

/** The streams of a bundle are those that the opening of its cycle names. */
class StreamCheckTest {
    @Test
    void streamThatTheOpeningNames_mustBeThere() {
        DoesNotHold found = broken(hidden(Samples.script())).orElseThrow();
        assertThat(found.code()).isEqualTo(Code.STREAM_NOT_WHOLE);
        assertThat(found.text().zh())
                .contains("缺少序列 " + SampleLedger.LAST_STREAM)
                .contains("整个隐去");
        assertThat(found.text().en()).contains("stream " + SampleLedger.LAST_STREAM + " is missing");
    }

    @Test
    void streamThatTheOpeningDoesNotName_mustNotBeThere() {
        DoesNotHold found = broken(SampleLedger.withAnUnopenedStream().bundle()).orElseThrow();
        assertThat(found.code()).isEqualTo(Code.STREAM_NOT_WHOLE);
        assertThat(found.text().en()).contains("stream evidence/" + SampleLedger.CYCLE + "/zzz is too many");
    }

    /** The first form of an opening names no streams; the framework does. */
    @Test
    void streamThatTheOpeningCannotName_mustBeThereToo() {
        DoesNotHold found = broken(hidden(Samples.olderScript())).orElseThrow();
        assertThat(found.code()).isEqualTo(Code.STREAM_NOT_WHOLE);
        assertThat(found.text().zh()).contains("缺少序列 " + SampleLedger.LAST_STREAM);
    }

    private static Bundle hidden(EventScript script) {
        return SampleLedger.hidingTheLast(script).bundleWithout(SampleLedger.LAST_STREAM);
    }

    private static Optional<DoesNotHold> broken(Bundle bundle) {
        return Verification.of(bundle.bytes(), null, Trust.none()).broken();
    }
}
