package org.dutyledger.verifier.model;

import org.dutyledger.verifier.check.Sha256;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.json.Json;
import org.dutyledger.verifier.json.JsonObject;
import org.dutyledger.verifier.json.MalformedJsonException;
import org.dutyledger.verifier.model.Model.About;
import org.dutyledger.verifier.model.Model.Computation;
import org.dutyledger.verifier.model.Model.Paragraph;
import org.dutyledger.verifier.model.Model.Reason;
import org.dutyledger.verifier.model.Model.Result;
import org.dutyledger.verifier.model.Model.Run;
import org.dutyledger.verifier.model.Model.SetBy;
import org.dutyledger.verifier.model.Model.Source;

/** Reads a report model from its JSON. */
public final class ModelReader {
    private ModelReader() {}

    /**
     * Reads a model.
     *
     * @throws DoesNotHold when the bytes are of another form
     */
    public static Model read(byte[] bytes) {
        try {
            JsonObject json = Json.object(bytes);
            return new Model(
                    Sha256.hex(bytes),
                    about(json.object("about")),
                    json.objects("body").stream().map(ModelReader::paragraph).toList(),
                    json.objects("sources").stream().map(ModelReader::source).toList(),
                    json.objects("results").stream().map(ModelReader::result).toList());
        } catch (MalformedJsonException e) {
            throw new DoesNotHold(
                    Code.MODEL_FORM, "报告模型的格式不认识：%s", "the report model is of an unknown form: %s", e.text());
        }
    }

    private static About about(JsonObject json) {
        return new About(
                json.text("cycle"),
                json.text("jurisdiction"),
                json.text("jurisdictionName"),
                json.number("year"),
                json.text("framework"),
                json.text("frameworkTitle"),
                json.text("frameworkVersion"),
                json.text("frameworkSha256"),
                json.position("upToPosition"),
                json.text("asOf"));
    }

    private static Paragraph paragraph(JsonObject json) {
        return new Paragraph(
                json.text("style"),
                json.textOrNull("anchor"),
                json.text("holder"),
                json.text("head"),
                json.objects("runs").stream()
                        .map(r -> new Run(r.text("kind"), r.text("text"), r.textOrNull("source")))
                        .toList());
    }

    private static Source source(JsonObject json) {
        JsonObject event = json.objectOrNull("event");
        JsonObject computation = json.objectOrNull("computation");
        return new Source(
                json.text("id"),
                json.flag("printed"),
                json.text("holder"),
                json.text("place"),
                json.text("item"),
                json.text("name"),
                json.text("value"),
                json.text("unit"),
                json.text("origin"),
                json.text("period"),
                event == null ? null : setBy(event),
                computation == null ? null : computation(computation));
    }

    private static SetBy setBy(JsonObject json) {
        return new SetBy(
                json.text("organisation"), json.text("recordedAt"), json.position("position"), json.text("eventId"));
    }

    private static Computation computation(JsonObject json) {
        return new Computation(
                json.text("formula"),
                json.texts("inputs"),
                json.textOrNull("declared"),
                json.textOrNull("declaredValue"),
                json.textOrNull("difference"));
    }

    private static Result result(JsonObject json) {
        return new Result(
                json.text("indicator"),
                json.text("title"),
                json.text("verdict"),
                json.textOrNull("score"),
                json.texts("missing"),
                json.objects("reasons").stream()
                        .map(r -> new Reason(r.text("outcome"), r.text("text"), r.textOrNull("source")))
                        .toList(),
                json.texts("findings"));
    }
}
