package org.dutyledger.verifier.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.render.DocxRenderer;
import org.dutyledger.document.render.HtmlRenderer;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.EventScript.Stored;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportTemplate;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.Framework;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.tree.MerkleTree;
import org.dutyledger.verifier.bundle.Bundle;
import org.dutyledger.verifier.bundle.ListedStream;
import org.dutyledger.verifier.bundle.ProvenEvent;
import org.dutyledger.verifier.check.Sha256;

/** A small ledger, the report issued from it, and its bundle: fixed bytes, since key, ids and times are fixed. */
public final class SampleLedger {
    public static final String ORIGIN = "dutyledger/sample";
    public static final String CYCLE = EventScript.CYCLE;
    public static final String LAST_STREAM = "evidence/" + CYCLE + "/problems";
    private static final String OTHER_CYCLE = "cycle/330999-2021";

    /** Of the key that signs the samples; nothing else is signed with it. */
    public static final String PRIVATE_KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
            -----END PRIVATE KEY-----
            """;

    private final List<Stored> events;
    private final byte[] model;
    private final List<RenderedFile> files;
    private final MerkleTree tree = new MerkleTree();
    private final long upTo;
    private final long issued;

    private SampleLedger(List<Stored> events, byte[] model, List<RenderedFile> files, long upTo, long issued) {
        this.events = events;
        this.model = model;
        this.files = files;
        this.upTo = upTo;
        this.issued = issued;
        events.forEach(e -> tree.add(CommitHash.leaf(e.data())));
    }

    /** A cycle with one of everything, a correction, and another cycle between its events. */
    public static SampleLedger standard() {
        return forged(json -> json);
    }

    /** The same ledger, whose operator issued another model than its events make. */
    public static SampleLedger forged(UnaryOperator<String> forgery) {
        EventScript script = Samples.script();
        add(script, "越城区");
        script.corrected("leaders", "19", "人", "18");
        CycleState state = Samples.state(script);
        return issue(script, Samples.COMPUTATION.of(state).model(), forgery);
    }

    /** A ledger whose issue is recorded by hand: as an event of this type, with this form or none. */
    public static SampleLedger recordedAs(String type, String form) {
        EventScript script = Samples.script();
        return issue(script, Samples.model(script), json -> json, "", issue -> {
            if (form == null) {
                issue.remove("form");
            } else {
                issue.put("form", form);
            }
            return type;
        });
    }

    /**
     * A ledger whose operator left out a stream when the streams root was made, but whose report contains it. The cycle
     * was opened by an earlier version, so that nothing else names the stream.
     */
    public static SampleLedger hiding(String holder) {
        EventScript script = Samples.olderScript();
        CycleState state = Samples.state(script);
        ReportModel report = Samples.COMPUTATION.of(state).model();
        return issue(script, report, json -> json, "evidence/" + CYCLE + "/" + holder);
    }

    /** A ledger whose operator left out the last stream, and made a report without it. */
    public static SampleLedger hidingTheLast(EventScript script) {
        Framework f = Samples.FRAMEWORK;
        Framework claimed = new Framework(
                f.id(),
                f.version(),
                f.title(),
                f.year(),
                f.sha256(),
                f.roles(),
                f.grading(),
                f.groups(),
                f.sections().subList(0, f.sections().size() - 1));
        // the last event is one that the report may know
        script.corrected("leaders", "19", "人", "18");
        CycleState state = Samples.state(script);
        ReportModel report = ReportTemplate.model(
                claimed, state, Samples.COMPUTATION.of(state).evaluations());
        return issue(script, report, json -> json, LAST_STREAM);
    }

    /** A ledger with a stream of the cycle that its opening does not name. */
    public static SampleLedger withAnUnopenedStream() {
        return with("evidence/" + CYCLE + "/zzz", new IndicatorOpened(CYCLE, "zzz"));
    }

    /** A ledger with a value of indicator 2 in the stream of indicator 1; the report does not print it. */
    public static SampleLedger withAnItemOfAnotherIndicator() {
        EventScript script = Samples.script();
        ReportModel report = Samples.model(script);
        FigureSubmitted total = script.recorded().stream()
                .map(RecordedEvent::event)
                .filter(FigureSubmitted.class::isInstance)
                .map(FigureSubmitted.class::cast)
                .filter(e -> e.item().equals("total"))
                .findFirst()
                .orElseThrow();
        script.add(
                "evidence/" + CYCLE + "/1",
                new FigureSubmitted(
                        CYCLE,
                        "1",
                        total.item(),
                        total.organisation(),
                        total.submission(),
                        total.value(),
                        total.unit(),
                        total.period(),
                        total.basis(),
                        total.asOf(),
                        total.note()));
        String upTo = "\"upToPosition\":\"" + report.about().upToPosition() + "\"";
        return issue(script, report, json -> json.replace(upTo, "\"upToPosition\":\"" + script.last() + "\""));
    }

    /** A ledger whose operator put one more event of any content into a stream before the issue. */
    public static SampleLedger with(String stream, DutyEvent event) {
        EventScript script = Samples.script();
        script.add(stream, event);
        // the last event is one that the report may know
        script.corrected("leaders", "19", "人", "18");
        CycleState state = Samples.state(script);
        return issue(script, Samples.COMPUTATION.of(state).model(), json -> json);
    }

    /** The event that opens the cycle, for {@link #with}. */
    public static DutyEvent opening() {
        return Samples.script().recorded().get(0).event();
    }

    /** Issues a report of a framework's cycle; other events follow before and after. */
    public static SampleLedger of(Framework framework, EventScript script) {
        // a script of few events does not open what it does not fill
        framework
                .holders()
                .forEach(h -> script.add("evidence/" + CYCLE + "/" + h.id(), new IndicatorOpened(CYCLE, h.id())));
        CycleState state = Samples.state(script);
        return issue(script, new ReportComputation(framework).of(state).model(), json -> json);
    }

    private static SampleLedger issue(EventScript script, ReportModel report, UnaryOperator<String> forgery) {
        return issue(script, report, forgery, "");
    }

    private static SampleLedger issue(
            EventScript script, ReportModel report, UnaryOperator<String> forgery, String hidden) {
        return issue(script, report, forgery, hidden, issue -> "report.issued.v3");
    }

    private static SampleLedger issue(
            EventScript script,
            ReportModel report,
            UnaryOperator<String> forgery,
            String hidden,
            Function<Map<String, Object>, String> typeOf) {
        byte[] model = forgery.apply(new String(report.canonical(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        long upTo = script.last();
        List<RenderedFile> files = List.of(new DocxRenderer().render(report), new HtmlRenderer().render(report));
        String root = streamsRoot(streams(script.stored(), upTo).stream()
                .filter(s -> !s.stream().equals(hidden))
                .toList());
        add(script, "上虞区");
        // the cycle continues between the report's position and its issue
        script.corrected("total", "213", "家", "212");
        Map<String, Object> issue = issue(model, files, upTo, root);
        script.add("cycle/" + CYCLE, typeOf.apply(issue), issue);
        long issued = script.last();
        add(script, "嵊州市");
        return new SampleLedger(script.stored(), model, files, upTo, issued);
    }

    /** The bundle of the same events, whose operator issued another content and the files that it is rendered to, if it can be. */
    public byte[] issuing(byte[] content) {
        try {
            return reissued(content, new Renderers().files(CanonicalJson.read(content, ReportModel.class)))
                    .bundle()
                    .bytes();
        } catch (IllegalArgumentException e) {
            return reissued(content, files).bundle().bytes();
        }
    }

    /** The bundle of the same events and content, whose operator issued other files. */
    public byte[] issuing(List<RenderedFile> others) {
        return reissued(model, others).bundle().bytes();
    }

    /** The same events up to the issue, which is of another content and other files. */
    public SampleLedger reissued(byte[] content, List<RenderedFile> others) {
        Stored genuine = events.get((int) issued);
        @SuppressWarnings("unchecked")
        Map<String, Object> envelope = CanonicalJson.read(genuine.data(), TreeMap.class);
        envelope.put("payload", issue(content, others, upTo, streamsRoot(streams(events, upTo))));
        List<Stored> altered = new ArrayList<>(events);
        altered.set((int) issued, new Stored(issued, genuine.commitHash(), CanonicalJson.bytes(envelope)));
        return new SampleLedger(altered, content, others, upTo, issued);
    }

    public Bundle bundle() {
        return bundle(streams(events, upTo), positions());
    }

    /** The bundle with these streams, and the events at these positions with their paths. */
    public Bundle bundle(List<ListedStream> streams, List<Long> positions) {
        NoteSigner signer = signer();
        String note = signer.sign(new Checkpoint(ORIGIN, tree.size(), tree.root()).text())
                .format();
        List<ProvenEvent> proven = positions.stream().map(this::proven).toList();
        return new Bundle(
                note,
                signer.publicKey().getEncoded(),
                proven.get(proven.size() - 1).position(),
                streams,
                proven,
                Samples.FRAMEWORK_FILE,
                model);
    }

    /** Positions of the bundle: the cycle's up to where the report was made from, and its issue. */
    public List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        events.stream()
                .filter(e -> e.position() <= upTo && isOfCycle(stream(e)))
                .forEach(e -> positions.add(e.position()));
        positions.add(issued);
        return positions;
    }

    public ProvenEvent proven(long position) {
        return new ProvenEvent(position, events.get((int) position).data(), tree.inclusion(position, tree.size()));
    }

    /** The checkpoint of the ledger when it had {@code size} events. */
    public Checkpoint checkpoint(long size) {
        return new Checkpoint(ORIGIN, size, tree.root(size));
    }

    /** The position of an event of the cycle that came too late for the report. */
    public long positionTooLate() {
        return issued - 1;
    }

    /** A position that holds an event of another cycle. */
    public long positionOfAnotherCycle() {
        return events.stream()
                .filter(e -> !isOfCycle(stream(e)))
                .findFirst()
                .orElseThrow()
                .position();
    }

    /** The list of streams as it would be if these positions, without the last, were all. */
    public List<ListedStream> streamsOf(List<Long> positions) {
        return streams(
                positions.subList(0, positions.size() - 1).stream()
                        .map(p -> events.get(p.intValue()))
                        .toList(),
                upTo);
    }

    /** The positions of the bundle without those of one stream. */
    public List<Long> without(String stream) {
        return positions().stream()
                .filter(p -> p == issued || !stream(events.get(p.intValue())).equals(stream))
                .toList();
    }

    /** The bundle of who leaves out a stream everywhere. */
    public Bundle bundleWithout(String stream) {
        List<Long> positions = without(stream);
        return bundle(streamsOf(positions), positions);
    }

    public RenderedFile docx() {
        return files.get(0);
    }

    public RenderedFile html() {
        return files.get(1);
    }

    public static NoteSigner signer() {
        return new NoteSigner(ORIGIN, Ed25519Keys.privatePem(PRIVATE_KEY));
    }

    private static Map<String, Object> issue(byte[] model, List<RenderedFile> files, long upTo, String streamsRoot) {
        Map<String, Object> issue = new TreeMap<>();
        issue.put("cycle", CYCLE);
        issue.put("report", "r-1");
        issue.put("upToPosition", upTo);
        issue.put("modelSha256", Sha256.hex(model));
        issue.put("streamsRoot", streamsRoot);
        issue.put("form", ReportComputation.FORM);
        issue.put(
                "files",
                files.stream()
                        .map(f -> Map.of(
                                "name", f.name(),
                                "mediaType", f.mediaType(),
                                "sha256", f.sha256(),
                                "size", (long) f.bytes().length))
                        .toList());
        return issue;
    }

    static List<ListedStream> streams(List<Stored> events, long upTo) {
        Map<String, ListedStream> streams = new LinkedHashMap<>();
        for (Stored e : events) {
            if (e.position() <= upTo && isOfCycle(stream(e))) {
                String stream = stream(e);
                long before = streams.containsKey(stream) ? streams.get(stream).length() : 0;
                String leaf = HexFormat.of().formatHex(CommitHash.leaf(e.data()));
                streams.put(stream, new ListedStream(stream, before + 1, leaf));
            }
        }
        return streams.values().stream()
                .sorted(Comparator.comparing(s -> s.stream().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
    }

    /** As the contract of the bundle has it, and not by the verifier's own hand. */
    static String streamsRoot(List<ListedStream> streams) {
        MerkleTree tree = new MerkleTree();
        streams.forEach(s -> tree.add(CommitHash.leaf(
                String.join("\n", s.stream(), "" + s.length(), s.lastLeaf(), "").getBytes(StandardCharsets.UTF_8))));
        return HexFormat.of().formatHex(tree.root());
    }

    private static void add(EventScript script, String name) {
        script.add(
                OTHER_CYCLE,
                new OrganisationRegistered("330999-2021", "o-" + script.last(), name, List.of("education-bureau")));
    }

    private static boolean isOfCycle(String stream) {
        return stream.equals("cycle/" + CYCLE) || stream.startsWith("evidence/" + CYCLE + "/");
    }

    private static String stream(Stored event) {
        return event.decode().stream();
    }
}
