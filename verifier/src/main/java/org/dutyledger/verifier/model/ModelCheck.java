package org.dutyledger.verifier.model;

import java.util.Arrays;
import java.util.List;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.check.Envelope;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;

/** Whether the model is the one that events and framework give: it is computed again, and nothing of it is trusted. */
public final class ModelCheck {
    private ModelCheck() {}

    /**
     * The model, computed again.
     *
     * @throws DoesNotHold when it cannot be computed, or is another one: the first difference is named
     */
    public static ReportModel computed(Bundle bundle, Issue issue, ReportComputation computation) {
        List<RecordedEvent> events =
                bundle.evidence().stream().map(Envelope::exactly).toList();
        ReportModel model = model(computation, issue, events, Envelope.exactly(bundle.issue()));
        requireSame(bundle.model(), model);
        return model;
    }

    /**
     * Demands that the issued bytes are those of the computed model.
     *
     * @throws DoesNotHold naming the first difference
     */
    public static void requireSame(byte[] issued, ReportModel computed) {
        if (!Arrays.equals(computed.canonical(), issued)) {
            throw new DoesNotHold(Code.VALUE_NOT_FROM_EVENT, ModelDifference.first(issued, computed.canonical()));
        }
    }

    /**
     * Demands that this program can compute the report.
     *
     * @throws DoesNotHold {@link Code#OTHER_FORM}
     */
    public static void requireForm(Issue issue) {
        if (!issue.form().equals(ReportComputation.FORM)) {
            throw new DoesNotHold(
                    Code.OTHER_FORM,
                    "报告由文档格式 %s 的程序制作，本程序为格式 %s，无法重新计算；请使用相应版本的核验程序。这不说明报告有误",
                    "the report was made in document form %s, this program supports form %s and cannot compute it"
                            + " again; take the verifier of that version. This does not mean that the report is wrong",
                    issue.form(),
                    ReportComputation.FORM);
        }
    }

    /** The statement for a model that holds. */
    public static Text shown(ReportModel model) {
        return Text.of(
                "报告内容由本程序依据事件和指标体系“%s”重新得出，逐字节一致：正文 %s 段，附件1 的 %s 个数值，附件2 的 %s 项评价结果",
                "this program made the report's content again from the events and the framework '%s', and it is the same byte"
                        + " for byte: %s paragraphs, the %s values of annex 1, the %s verdicts of annex 2",
                model.about().frameworkTitle(),
                model.body().size(),
                model.sources().size(),
                model.results().size());
    }

    private static ReportModel model(
            ReportComputation computation, Issue issue, List<RecordedEvent> events, RecordedEvent recorded) {
        try {
            return computation
                    .issued(issue.cycle(), issue.upToPosition(), events, recorded)
                    .model();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new DoesNotHold(
                    Code.VALUE_NOT_FROM_EVENT,
                    "这些事件得不出报告：%s",
                    "these events give no report: %s",
                    String.valueOf(e.getMessage()));
        }
    }
}
