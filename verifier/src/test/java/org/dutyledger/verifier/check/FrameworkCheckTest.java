package org.dutyledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.verifier.Verification;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

/** A cycle that was opened with a framework file of the operator's own. */
class FrameworkCheckTest {
    private static final byte[] PUBLISHED =
            FrameworkFiles.newest("zhejiang-county-2021").bytes();

    @Test
    void publishedFrameworks_areRecognised_theOlderOnesToo() {
        assertThat(FrameworkFiles.shipped()).hasSizeGreaterThan(1).allSatisfy(file -> {
            FrameworkCheck found = check(file.bytes());
            assertThat(found.held().en())
                    .contains(file.framework().id() + " " + file.framework().version(), "is part of this program");
            assertThat(found.remarks()).isEmpty();
        });
    }

    @Test
    void otherRulesUnderAPublishedNameAndVersion_areRefused() {
        byte[] other = replaced("教育", "教 育");
        assertThatThrownBy(() -> check(other)).isInstanceOfSatisfying(DoesNotHold.class, e -> {
            assertThat(e.code()).isEqualTo(Code.FRAMEWORK);
            assertThat(e.text().zh()).contains("自称 zhejiang-county-2021", Sha256.hex(PUBLISHED), Sha256.hex(other));
        });
    }

    @Test
    void anotherVersion_isToBeComparedByTheReader() {
        byte[] next = replaced("\nversion: \"2\"", "\nversion: \"3\"");
        assertThat(check(next).remarks()).singleElement().satisfies(remark -> assertThat(remark.zh())
                .contains("zhejiang-county-2021 3", Sha256.hex(next)));
    }

    @Test
    void unknownFramework_isNamedBelowTheVerdict() {
        Outcome outcome = Verification.of(SampleLedger.standard().bundle().bytes(), null, Trust.none());
        assertThat(outcome.holds()).isTrue();
        assertThat(outcome.remarks()).anySatisfy(remark -> assertThat(remark.en())
                .contains("is not part of this program", Sha256.hex(Samples.FRAMEWORK_FILE)));
    }

    @Test
    void fileThatIsNoFramework_isRefused() {
        assertThatThrownBy(() -> check("framework: x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DoesNotHold.class, e -> assertThat(e.code()).isEqualTo(Code.FRAMEWORK));
    }

    private static FrameworkCheck check(byte[] framework) {
        Bundle sample = SampleLedger.standard().bundle();
        Bundle bundle = new Bundle(
                sample.checkpoint(),
                sample.key(),
                sample.issued(),
                sample.streams(),
                sample.events(),
                framework,
                sample.model());
        return FrameworkCheck.of(bundle);
    }

    private static byte[] replaced(String from, String to) {
        String text = new String(PUBLISHED, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
