package org.dutyledger.verifier.check;

import java.util.List;
import org.dutyledger.document.record.Forms;
import org.dutyledger.events.Streams;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.finding.Text;
import org.dutyledger.verifier.json.MalformedJsonException;

/**
 * The ledger's record of the issue of the report.
 *
 * @param event the event that records the issue
 * @param upToPosition last position that the report was made from
 * @param streamsRoot root over the streams of the cycle, lower-case hex
 * @param form version of the code that made the report
 */
public record Issue(
        Envelope event,
        String cycle,
        String report,
        long upToPosition,
        String modelSha256,
        String streamsRoot,
        String form,
        List<IssuedFile> files) {
    private static final String TYPE = "report.issued.v3";

    public Issue {
        files = List.copyOf(files);
    }

    /** A file that was issued. */
    public record IssuedFile(String name, String mediaType, String sha256, long size) {}

    /**
     * Reads the last event of a bundle.
     *
     * @throws DoesNotHold when it does not issue a report, or one of another stream, or is spelled otherwise than a
     *     ledger writes it
     */
    public static Issue of(Bundle bundle) {
        Envelope event = Envelope.of(bundle.issue());
        if (!event.type().equals(TYPE)) {
            throw new DoesNotHold(
                    Code.ISSUED_EVENT,
                    "最后一条事件应是 %2$s，实为%1$s",
                    "the last event must be a %2$s, but it is %1$s",
                    event.describe(),
                    TYPE);
        }
        try {
            Issue issue = new Issue(
                    event,
                    event.payload().text("cycle"),
                    event.payload().text("report"),
                    event.payload().position("upToPosition"),
                    event.payload().text("modelSha256"),
                    event.payload().text("streamsRoot"),
                    event.payload().text("form"),
                    event.payload().objects("files").stream()
                            .map(f -> new IssuedFile(
                                    f.text("name"), f.text("mediaType"), f.text("sha256"), f.position("size")))
                            .toList());
            Envelope.exactly(bundle.issue());
            issue.requireItsPlace();
            return issue;
        } catch (MalformedJsonException e) {
            throw new DoesNotHold(Code.ISSUED_EVENT, "签发事件%s：%s", "the issue, %s: %s", event.describe(), e.text());
        }
    }

    private void requireItsPlace() {
        if (!Forms.isReport(report)) {
            throw new DoesNotHold(
                    Code.ISSUED_EVENT, "签发事件%s的报告编号不合规定", "the issue, %s, has no id of a report", event.describe());
        }
        if (!event.stream().equals(Streams.cycle(cycle)) || event.position() <= upToPosition) {
            throw new DoesNotHold(
                    Code.ISSUED_EVENT,
                    "签发事件%s不在周期 %s 的序列里，或不在截止序号 %s 之后",
                    "the issue, %s, is not in the stream of cycle %s, or not after position %s",
                    event.describe(),
                    cycle,
                    upToPosition);
        }
    }

    /**
     * Requires that the model is the issued one.
     *
     * @throws DoesNotHold when it is of another cycle or position
     */
    public void requireOf(String modelCycle, long modelUpTo) {
        if (!modelCycle.equals(cycle) || modelUpTo != upToPosition) {
            throw new DoesNotHold(
                    Code.ISSUED_EVENT,
                    "报告写的是周期 %s 截至序号 %s，%s签发的是周期 %s 截至序号 %s",
                    "the report is of cycle %s up to position %s, but %s issued one of cycle %s up to position %s",
                    modelCycle,
                    modelUpTo,
                    event.describe(),
                    cycle,
                    upToPosition);
        }
    }

    /**
     * Compares the issue with the model.
     *
     * @throws DoesNotHold when another model was issued
     */
    public Text fits(byte[] model) {
        String sha256 = Sha256.hex(model);
        if (!sha256.equals(modelSha256)) {
            throw new DoesNotHold(
                    Code.MODEL_HASH,
                    "报告模型被改动：其哈希为 %s，%s记录的是 %s",
                    "the report model was altered: its hash is %s, but %s recorded %s",
                    sha256,
                    event.describe(),
                    modelSha256);
        }
        return Text.of(
                "报告 %s 由%s签发，依据周期 %s 截至序号 %s 的数据；报告模型即当时所签发",
                "report %s was issued by %s, for cycle %s up to position %s; the report model is the one issued",
                report,
                event.describe(),
                cycle,
                upToPosition);
    }
}
