package org.dutyledger.verifier.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.bundle.ListedStream;
import org.dutyledger.verifier.bundle.ProvenEvent;
import org.dutyledger.verifier.finding.Code;

/** Every known way of altering a bundle, and which check must find it first. */
public final class Tampering {
    private static final String OTHER_KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIP/+/fz7+vn49/b19PPy8fDv7u3s6+rp6Ofm5eTj4uHg
            -----END PRIVATE KEY-----
            """;

    private final SampleLedger ledger = SampleLedger.standard();
    private final Bundle good = ledger.bundle();
    private final Map<String, Case> cases = new LinkedHashMap<>();

    /** A bundle and what a verifier must say of it. */
    public record Case(byte[] bundle, Code code) {}

    /** All, by name. */
    public static Map<String, Case> all() {
        Tampering tampering = new Tampering();
        tampering.form();
        tampering.signature();
        tampering.tree();
        tampering.streams();
        tampering.issue();
        tampering.framework();
        tampering.values();
        RefusedEvents.all().forEach((name, bundle) -> tampering.put(name, bundle, Code.VALUE_NOT_FROM_EVENT));
        return tampering.cases;
    }

    private void form() {
        String text = new String(good.bytes(), UTF_8);
        text("empty", "", Code.BUNDLE_FORM);
        text("not-json", "DutyLedger", Code.BUNDLE_FORM);
        text("cut-off", text.substring(0, text.length() / 2), Code.BUNDLE_FORM);
        text("deep-nesting", "[".repeat(100_000), Code.BUNDLE_FORM);
        text("newline-at-the-end", text + "\n", Code.BUNDLE_FORM);
        text("white-space", text.replaceFirst(":", ": "), Code.BUNDLE_FORM);
        text("byte-order-mark", "\uFEFF" + text, Code.BUNDLE_FORM);
        text("second-object", text + "{}", Code.BUNDLE_FORM);
        text("doubled-member", text.replaceFirst("\"issued\":", "\"issued\":\"1\",\"issued\":"), Code.BUNDLE_FORM);
        text("unknown-member", text.replaceFirst("\\{", "{\"note\":\"\","), Code.BUNDLE_FORM);
        text("missing-member", text.replaceFirst("\"format\":\"[^\"]*\",", ""), Code.BUNDLE_FORM);
        text("other-format", text.replaceFirst("proof@2", "proof@3"), Code.BUNDLE_FORM);
        text("earlier-format", text.replaceFirst("proof@2", "proof@1"), Code.BUNDLE_FORM);
        text(
                "earlier-format-as-it-was",
                text.replaceFirst("proof@2", "proof@1").replaceFirst("\"framework\":\"[^\"]*\",", ""),
                Code.BUNDLE_FORM);
        text("escaped-letter", text.replaceFirst("\"format\"", "\"\\\\u0066ormat\""), Code.BUNDLE_FORM);
        text("number-for-text", text.replaceFirst("\"issued\":\"([0-9]+)\"", "\"issued\":$1"), Code.BUNDLE_FORM);
        text("leading-zero", text.replaceFirst("\"issued\":\"", "\"issued\":\"0"), Code.BUNDLE_FORM);
        text("null-path", text.replaceFirst("\"path\":\\[[^]]*]", "\"path\":null"), Code.BUNDLE_FORM);
        text("base64-without-padding", text.replaceFirst("=\"", "\""), Code.BUNDLE_FORM);
        text("key-of-another-kind", text.replaceFirst("\"key\":\"[^\"]*\"", "\"key\":\"AAAA\""), Code.BUNDLE_FORM);
        text("no-note", text.replaceFirst("\\\\n\\\\n", "\\\\n"), Code.BUNDLE_FORM);
        text("half-a-pair", text.replace("\",\"key\":", "— a\\ud800b AAAAAAAA\\n\",\"key\":"), Code.BUNDLE_FORM);
        events("events-reordered", swapped(good.events(), 2, 3), Code.BUNDLE_FORM);
        events("event-twice", doubled(good.events(), 2), Code.BUNDLE_FORM);
        streams("streams-reordered", swapped(good.streams(), 0, 1), Code.BUNDLE_FORM);
        text(
                "wrong-issued",
                text.replace("\"issued\":\"" + good.issued() + "\"", "\"issued\":\"" + (good.issued() + 1) + "\""),
                Code.BUNDLE_FORM);
    }

    private void signature() {
        SignedNote note = SignedNote.parse(good.checkpoint());
        Checkpoint point = Checkpoint.parse(note.text());
        KeyPair other = Ed25519Keys.privatePem(OTHER_KEY);
        note("checkpoint-of-another-key", new NoteSigner(point.origin(), other).sign(note.text()), good.key());
        note("key-of-another", note, other.getPublic().getEncoded());
        Checkpoint longer = new Checkpoint(point.origin(), point.size() + 1, point.root());
        note("checkpoint-of-another-size", new SignedNote(longer.text(), note.signatures()), good.key());
        Checkpoint elsewhere = new Checkpoint("dutyledger/elsewhere", point.size(), point.root());
        note("checkpoint-of-another-ledger", new SignedNote(elsewhere.text(), note.signatures()), good.key());
        String seal = new Checkpoint(point.origin() + "/export", point.size(), point.root()).text();
        KeyPair own = Ed25519Keys.privatePem(SampleLedger.PRIVATE_KEY);
        note(
                "seal-of-an-export",
                new NoteSigner(point.origin() + "/export", own).sign(seal),
                good.key(),
                Code.BUNDLE_FORM);
        note("checkpoint-unsigned", new SignedNote(note.text(), List.of()), good.key());
    }

    private void tree() {
        ProvenEvent third = good.events().get(2);
        byte[] flipped = third.data().clone();
        flipped[flipped.length / 2] ^= 1;
        event("event-byte-flipped", 2, new ProvenEvent(third.position(), flipped, third.path()));
        event(
                "event-digit-changed",
                2,
                new ProvenEvent(third.position(), replaced(third.data(), "18", "81"), third.path()));
        event(
                "event-date-changed",
                2,
                new ProvenEvent(third.position(), replaced(third.data(), "2022-03-01", "2022-03-02"), third.path()));
        event("event-cut-off", 2, new ProvenEvent(third.position(), new byte[0], third.path()));
        List<byte[]> shorter = third.path().subList(1, third.path().size());
        event("path-too-short", 2, new ProvenEvent(third.position(), third.data(), shorter));
        List<byte[]> longer = new ArrayList<>(third.path());
        longer.add(new byte[CommitHash.LENGTH]);
        event("path-too-long", 2, new ProvenEvent(third.position(), third.data(), longer));
        event("path-reordered", 2, new ProvenEvent(third.position(), third.data(), swapped(third.path(), 0, 1)));
        ProvenEvent fourth = good.events().get(3);
        List<ProvenEvent> exchanged = new ArrayList<>(good.events());
        exchanged.set(2, new ProvenEvent(third.position(), fourth.data(), third.path()));
        exchanged.set(3, new ProvenEvent(fourth.position(), third.data(), fourth.path()));
        events("contents-exchanged", exchanged, Code.EVENT_NOT_IN_TREE);
        // of the tree as it was signed, but of a smaller one
        note(
                "older-checkpoint",
                SampleLedger.signer().sign(ledger.checkpoint(good.issued()).text()),
                good.key(),
                Code.EVENT_NOT_IN_TREE);
    }

    /** Signed as a whole, with an event in a stream that it does not belong to. */
    private void elsewhere(String name, String stream, DutyEvent event) {
        put(name, SampleLedger.with(stream, event).bundle(), Code.STREAM_NOT_WHOLE);
    }

    /** With the streams listed as these events give them. */
    private void relisted(String name, List<Long> positions) {
        put(name, ledger.bundle(ledger.streamsOf(positions), positions), Code.STREAMS_ROOT);
    }

    private void streams() {
        List<Long> positions = ledger.positions();
        List<ListedStream> listed = good.streams();
        put("event-removed", ledger.bundle(listed, without(positions, 2)), Code.STREAM_NOT_WHOLE);
        List<Long> more = new ArrayList<>(positions);
        more.add(ledger.positionOfAnotherCycle());
        Collections.sort(more);
        put("event-of-another-cycle-added", ledger.bundle(listed, more), Code.STREAM_NOT_WHOLE);
        List<Long> later = new ArrayList<>(positions);
        later.add(positions.size() - 1, ledger.positionTooLate());
        put("event-after-the-report-added", ledger.bundle(listed, later), Code.STREAM_NOT_WHOLE);
        // the last event of evidence is a correction: without it the report would rest on the old figure
        List<Long> cut = without(positions, positions.size() - 2);
        put("stream-cut-at-its-end", ledger.bundle(listed, cut), Code.STREAM_NOT_WHOLE);
        relisted("stream-cut-and-list-adjusted", cut);
        String cycle = SampleLedger.CYCLE;
        String one = "evidence/" + cycle + "/1";
        elsewhere("event-that-names-another-cycle", one, new IndicatorOpened("330999-2021", "1"));
        elsewhere("event-that-names-another-indicator", one, new IndicatorOpened(cycle, "2"));
        elsewhere("event-of-an-indicator-in-the-cycle's-stream", "cycle/" + cycle, new IndicatorOpened(cycle, "1"));
        elsewhere("second-opening", "cycle/" + cycle, SampleLedger.opening());
        String gone = listed.get(listed.size() - 1).stream();
        relisted("stream-removed", ledger.without(gone));
        List<ListedStream> added = new ArrayList<>(listed);
        added.add(new ListedStream("evidence/" + SampleLedger.CYCLE + "/zzz", 0, "00".repeat(32)));
        put("empty-stream-added", ledger.bundle(added, positions), Code.STREAM_NOT_WHOLE);
        ListedStream first = listed.get(0);
        List<ListedStream> other = new ArrayList<>(listed);
        other.set(0, new ListedStream(first.stream(), first.length(), "00".repeat(32)));
        streams("last-leaf-changed", other, Code.STREAM_NOT_WHOLE);
        other.set(0, new ListedStream(first.stream(), first.length() + 1, first.lastLeaf()));
        streams("stream-length-changed", other, Code.STREAM_NOT_WHOLE);
    }

    /** By an operator who signs again. */
    private void values() {
        forged("text-not-submitted", "成效显著。", "成效平平。");
        forged("text-left-out", "第二段无数字。", "");
        forged(
                "text-in-a-heading",
                "\"runs\":[],\"style\":\"PART\"",
                "\"runs\":[{\"kind\":\"TEXT\",\"text\":\"好\"}],\"style\":\"PART\"");
        forged("title-of-another-government", "绍兴市越城区人民政府", "绍兴市上虞区人民政府");
        forged("computed-said-to-be-reported", "\"origin\":\"COMPUTED\"", "\"origin\":\"REPORTED\"");
        forged("declared-by-nobody", "\"declared\":\"N0010\",", "");
        forged("year-with-another-unit", "\"unit\":\"年\"", "\"unit\":\"亿元\"");
        forged("digit-beyond-the-first-plane", "成效显著。", "成效显著，提高\uD835\uDFD3成。");
        put(
                "stream-left-out-at-the-issue",
                SampleLedger.hiding("3").bundleWithout("evidence/" + SampleLedger.CYCLE + "/3"),
                Code.STREAM_NOT_WHOLE);
        put(
                "item-of-another-indicator",
                SampleLedger.withAnItemOfAnotherIndicator().bundle(),
                Code.VALUE_NOT_FROM_EVENT);
        put(
                "last-opened-stream-left-out-at-the-issue",
                SampleLedger.hidingTheLast(Samples.script()).bundleWithout(SampleLedger.LAST_STREAM),
                Code.STREAM_NOT_WHOLE);
        put("stream-that-nobody-opened", SampleLedger.withAnUnopenedStream().bundle(), Code.STREAM_NOT_WHOLE);
    }

    private void forged(String name, String from, String to) {
        put(name, SampleLedger.forged(json -> json.replace(from, to)).bundle(), Code.VALUE_NOT_FROM_EVENT);
    }

    private void framework() {
        framework("framework-title-changed", replaced(good.framework(), "样例指标体系", "模范指标体系"));
        framework("framework-threshold-changed", replaced(good.framework(), "rate >= 80.0", "rate >= 90.0"));
        framework("framework-line-ends-changed", replaced(good.framework(), "\n", "\r\n"));
        framework("framework-empty", new byte[0]);
    }

    private void framework(String name, byte[] framework) {
        put(
                name,
                new Bundle(
                        good.checkpoint(),
                        good.key(),
                        good.issued(),
                        good.streams(),
                        good.events(),
                        framework,
                        good.model()),
                Code.FRAMEWORK);
    }

    private void issue() {
        put(
                "issue-that-nobody-compared",
                SampleLedger.recordedAs("report.issued.v2", null).bundle(),
                Code.ISSUED_EVENT);
        put(
                "issue-of-another-form",
                SampleLedger.recordedAs("report.issued.v3", "0").bundle(),
                Code.OTHER_FORM);
        List<Long> positions = ledger.positions();
        put(
                "issue-removed",
                ledger.bundle(good.streams(), positions.subList(0, positions.size() - 1)),
                Code.ISSUED_EVENT);
        model("model-digit-changed", replaced(good.model(), "86.8", "86.9"));
        model("model-date-changed", replaced(good.model(), "2022-03-01", "2022-03-02"));
        model("model-text-changed", replaced(good.model(), "成效显著", "成效一般"));
        model("model-empty", new byte[0]);
    }

    private void text(String name, String text, Code code) {
        cases.put(name, new Case(text.getBytes(UTF_8), code));
    }

    private void put(String name, Bundle bundle, Code code) {
        cases.put(name, new Case(bundle.bytes(), code));
    }

    private void event(String name, int index, ProvenEvent event) {
        List<ProvenEvent> events = new ArrayList<>(good.events());
        events.set(index, event);
        events(name, events, Code.EVENT_NOT_IN_TREE);
    }

    private void events(String name, List<ProvenEvent> events, Code code) {
        put(
                name,
                new Bundle(
                        good.checkpoint(),
                        good.key(),
                        good.issued(),
                        good.streams(),
                        events,
                        good.framework(),
                        good.model()),
                code);
    }

    private void streams(String name, List<ListedStream> streams, Code code) {
        put(
                name,
                new Bundle(
                        good.checkpoint(),
                        good.key(),
                        good.issued(),
                        streams,
                        good.events(),
                        good.framework(),
                        good.model()),
                code);
    }

    private void note(String name, SignedNote note, byte[] key) {
        note(name, note, key, Code.CHECKPOINT_SIGNATURE);
    }

    private void note(String name, SignedNote note, byte[] key, Code code) {
        put(
                name,
                new Bundle(
                        note.format(),
                        key,
                        good.issued(),
                        good.streams(),
                        good.events(),
                        good.framework(),
                        good.model()),
                code);
    }

    private void model(String name, byte[] model) {
        put(
                name,
                new Bundle(
                        good.checkpoint(),
                        good.key(),
                        good.issued(),
                        good.streams(),
                        good.events(),
                        good.framework(),
                        model),
                Code.MODEL_HASH);
    }

    private static <T> List<T> swapped(List<T> list, int a, int b) {
        List<T> copy = new ArrayList<>(list);
        Collections.swap(copy, a, b);
        return copy;
    }

    private static <T> List<T> doubled(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.add(index, list.get(index));
        return copy;
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, UTF_8);
        if (!text.contains(from)) {
            throw new IllegalStateException("no '" + from + "' to change");
        }
        return text.replace(from, to).getBytes(UTF_8);
    }
}
