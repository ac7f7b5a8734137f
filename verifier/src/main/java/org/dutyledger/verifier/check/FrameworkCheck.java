package org.dutyledger.verifier.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.FrameworkReader;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;

/** Whether the framework is the one that the cycle was opened with. */
public final class FrameworkCheck {
    private FrameworkCheck() {}

    /**
     * Compares its hash with the one that the opening of the cycle names.
     *
     * @throws DoesNotHold when it is another one
     */
    public static Text of(Bundle bundle, Issue issue, List<Envelope> events) {
        String sha256 = Sha256.hex(bundle.framework());
        Optional<Envelope> opening = events.stream()
                .filter(e -> e.stream().equals("cycle/" + issue.cycle()) && e.is("cycle.opened"))
                .findFirst();
        String bound = opening.filter(e -> e.payload().has("frameworkSha256"))
                .map(e -> e.payload().text("frameworkSha256"))
                .orElse("");
        if (!sha256.equals(bound)) {
            throw new DoesNotHold(
                    Code.FRAMEWORK,
                    "指标体系不是开启周期时的那一份：其哈希为 %s，开启周期时记录的是 %s",
                    "the framework is not the one that the cycle was opened with: its hash is %s, the opening recorded %s",
                    sha256,
                    bound);
        }
        String id = opening.orElseThrow().payload().has("framework")
                ? opening.orElseThrow().payload().text("framework")
                : "";
        return isOurs(id, bundle.framework())
                ? Text.of(
                        "指标体系 %s 就是开启周期时的那一份，也是本程序随附的那一份",
                        "the framework %s is the one that the cycle was opened with, and the one that comes with this program",
                        id)
                : Text.of(
                        "指标体系 %s 就是开启周期时的那一份；本程序未随附，请将其 SHA-256 与公布的核对：%s",
                        "the framework %s is the one that the cycle was opened with; it does not come with this program: compare"
                                + " its SHA-256 with the published one: %s",
                        id,
                        sha256);
    }

    private static boolean isOurs(String id, byte[] file) {
        try {
            return id.matches("[a-z0-9-]{1,80}") && Arrays.equals(FrameworkReader.bundledFile(id), file);
        } catch (FrameworkException none) {
            return false;
        }
    }
}
