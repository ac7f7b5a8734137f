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
                .contains("序号 0（");
        assertThat(found.text().en()).contains("stream " + SampleLedger.LAST_STREAM + " is missing");
    }

    @Test
    void streamThatTheOpeningDoesNotName_mustNotBeThere() {
        DoesNotHold found =
                broken(SampleLedger.withAStreamThatNobodyOpened().bundle()).orElseThrow();
        assertThat(found.code()).isEqualTo(Code.STREAM_NOT_WHOLE);
        assertThat(found.text().en()).contains("stream evidence/" + SampleLedger.CYCLE + "/zzz is too many");
    }

    /** The first form names no streams; but then the report is not the one that the framework gives. */
    @Test
    void streamThatTheOpeningCannotName_isMissedInTheReport() {
        DoesNotHold found = broken(hidden(Samples.olderScript())).orElseThrow();
        assertThat(found.code()).isEqualTo(Code.VALUE_NOT_FROM_EVENT);
        assertThat(found.text().zh()).contains("正文第", "存在问题与工作举措");
    }

    private static Bundle hidden(EventScript script) {
        return SampleLedger.hidingTheLast(script).bundleWithout(SampleLedger.LAST_STREAM);
    }

    private static Optional<DoesNotHold> broken(Bundle bundle) {
        return Verification.of(bundle.bytes(), null, Trust.nobody()).broken();
    }
}
