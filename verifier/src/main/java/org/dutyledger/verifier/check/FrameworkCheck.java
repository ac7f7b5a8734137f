package org.dutyledger.verifier.check;

import java.util.List;
import java.util.Optional;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.FrameworkException;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;

/**
 * Whether the framework is the one that the cycle was opened with, and the published one if this program contains it.
 *
 * @param computation the framework, ready to compute the report
 * @param held the result
 * @param remarks what the reader has to compare; empty for a framework that is part of this program
 */
public record FrameworkCheck(ReportComputation computation, Text held, List<Text> remarks) {

    /**
     * Demands that the framework is the one that the cycle was opened with, by its hash.
     *
     * @throws DoesNotHold when it is another one
     */
    public static void requireBound(Bundle bundle, Issue issue, List<Envelope> events) {
        String sha256 = Sha256.hex(bundle.framework());
        Optional<Envelope> opening = events.stream()
                .filter(e -> e.stream().equals(Streams.cycle(issue.cycle())) && e.is("cycle.opened"))
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
    }

    /**
     * Reads the framework that is bound to the cycle.
     *
     * @throws DoesNotHold when it is not a framework, or has the name and version of a framework of this program but
     *     other content
     */
    public static FrameworkCheck of(Bundle bundle) {
        ReportComputation computation = computation(bundle.framework());
        String name = name(computation.framework());
        if (published(computation.framework())) {
            return new FrameworkCheck(
                    computation,
                    Text.of(
                            "指标体系 %s 就是开启周期时的那一份，也是本程序随附的那一份",
                            "the framework %s is the one that the cycle was opened with, and the one that is part of"
                                    + " this program",
                            name),
                    List.of());
        }
        Text remark = Text.of(
                "本程序未随附指标体系 %s，评价结果以它的规则为准：请将其 SHA-256 与公布的核对：%s",
                "the framework %s is not part of this program, and the verdicts follow its rules: compare its SHA-256"
                        + " with the published one: %s",
                name,
                computation.framework().sha256());
        return new FrameworkCheck(
                computation,
                Text.of("指标体系 %s 就是开启周期时的那一份", "the framework %s is the one that the cycle was opened with", name),
                List.of(remark));
    }

    private static ReportComputation computation(byte[] file) {
        try {
            return ReportComputation.of(file);
        } catch (FrameworkException e) {
            throw new DoesNotHold(
                    Code.FRAMEWORK,
                    "指标体系文件有误：%s",
                    "the framework file is wrong: %s",
                    e.problems().get(0));
        }
    }

    /**
     * Whether it is part of this program. A framework with the name of such a one, but other rules, deceives its
     * readers.
     */
    private static boolean published(Framework framework) {
        Optional<String> published = FrameworkFiles.shipped().stream()
                .map(FrameworkFile::framework)
                .filter(shipped -> name(shipped).equals(name(framework)))
                .map(Framework::sha256)
                .findFirst();
        if (published.isPresent() && !published.get().equals(framework.sha256())) {
            throw new DoesNotHold(
                    Code.FRAMEWORK,
                    "指标体系自称 %s，内容却与公布的不同：其哈希为 %s，公布的为 %s",
                    "the framework is named %s, but is not the published one: its hash is %s, that of the"
                            + " published one %s",
                    name(framework),
                    framework.sha256(),
                    published.get());
        }
        return published.isPresent();
    }

    private static String name(Framework framework) {
        return framework.id() + " " + framework.version();
    }
}
