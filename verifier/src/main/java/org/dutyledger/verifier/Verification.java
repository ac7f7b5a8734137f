package org.dutyledger.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.bundle.BundleReader;
import org.dutyledger.verifier.check.CheckpointCheck;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.check.FrameworkCheck;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.check.StreamCheck;
import org.dutyledger.verifier.check.TreeCheck;
import org.dutyledger.verifier.check.Trust;
import org.dutyledger.verifier.document.FileCheck;
import org.dutyledger.verifier.document.ReportCheck;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Outcome;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.model.ModelCheck;
import org.dutyledger.verifier.model.ModelReader;
import org.jspecify.annotations.Nullable;

/** Runs the checks in their order, up to the first thing that does not hold. */
public final class Verification {
    private final List<Text> held = new ArrayList<>();
    private final List<Text> remarks = new ArrayList<>();
    private final Trust trust;

    private Verification(Trust trust) {
        this.trust = trust;
    }

    /**
     * Checks a bundle, and a report file if there is one.
     *
     * @param report bytes of the DOCX or HTML, or null to check the bundle alone
     */
    public static Outcome of(byte[] bundle, byte @Nullable [] report, Trust trust) {
        Verification verification = new Verification(trust);
        Optional<DoesNotHold> broken = Optional.empty();
        try {
            verification.run(bundle, report);
        } catch (DoesNotHold e) {
            broken = Optional.of(e);
        }
        return new Outcome(verification.held, broken, verification.remarks);
    }

    private void run(byte[] file, byte @Nullable [] report) {
        Bundle bundle = BundleReader.read(file);
        held.add(Text.of(
                "证明包格式正确：%s 个序列，%s 条事件",
                "the bundle is well-formed: %s streams, %s events",
                bundle.streams().size(),
                bundle.events().size()));
        CheckpointCheck signed = CheckpointCheck.of(bundle, trust);
        held.addAll(signed.held());
        remarks.addAll(signed.remarks());
        held.add(TreeCheck.of(bundle, signed.checkpoint()));
        Issue issue = Issue.of(bundle);
        List<Envelope> events = bundle.evidence().stream().map(Envelope::of).toList();
        held.add(StreamCheck.of(bundle, issue, events));
        FrameworkCheck.requireBound(bundle, issue, events);
        held.add(issue.fits(bundle.model()));
        Model model = ModelReader.read(bundle.model());
        issue.requireOf(model.about().cycle(), model.about().upToPosition());
        ModelCheck.requireForm(issue);
        FrameworkCheck framework = FrameworkCheck.of(bundle);
        held.add(framework.held());
        remarks.addAll(framework.remarks());
        StreamCheck.requireHolders(bundle, issue, framework.computation().framework());
        ReportModel computed = ModelCheck.computed(bundle, issue, framework.computation());
        held.add(ModelCheck.shown(computed));
        List<RenderedFile> files = new Renderers().files(computed);
        held.add(FileCheck.of(files, issue));
        if (report != null) {
            held.add(ReportCheck.of(report, model, issue, files.get(1).bytes()));
        }
    }
}
