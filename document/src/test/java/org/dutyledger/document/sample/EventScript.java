package org.dutyledger.document.sample;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dutyledger.document.checker.ReportChecker.LedgerEvent;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.CycleOpenedV1;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EventTypes;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.jspecify.annotations.Nullable;

/** Writes a ledger for tests: every event gets the next position, its own commit and a later time. */
public final class EventScript {
    public static final String CYCLE = "330602-2021";
    public static final String BUREAU = "330602-jtj";
    /** An event as the ledger stores it. */
    public record Stored(long position, String commitHash, byte[] data) {
        public RecordedEvent decode() {
            return RecordedEvent.decode(position, commitHash, data);
        }
    }

    private static final Instant START = Instant.parse("2022-03-01T08:00:00Z");
    private final List<Stored> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Framework framework;
    private @Nullable Instant next;
    private @Nullable String nextId;
    private @Nullable String nextCommit;
    private @Nullable Instant last;
    private boolean together;
    private long commits;

    public EventScript(Framework framework) {
        this.framework = framework;
    }

    /** Opens the cycle and registers the bureau. */
    public EventScript open() {
        return opened(new CycleOpenedV2(
                CYCLE,
                "330602",
                "绍兴市越城区",
                2021,
                framework.id(),
                framework.version(),
                framework.sha256(),
                null,
                framework.holders().stream().map(EvidenceHolder::id).toList()));
    }

    /** The same, as earlier versions recorded it. */
    public EventScript openInTheFirstForm() {
        return opened(new CycleOpenedV1(
                CYCLE, "330602", "绍兴市越城区", 2021, framework.id(), framework.version(), framework.sha256(), null));
    }

    private EventScript opened(CycleOpened opened) {
        add("cycle/" + CYCLE, opened);
        return add("cycle/" + CYCLE, new OrganisationRegistered(CYCLE, BUREAU, "越城区教体局", List.of("education-bureau")));
    }

    public EventScript figure(String item, String value, String unit, Basis basis) {
        return item(
                item,
                new EvidenceEvent.FigureSubmitted(
                        CYCLE,
                        holder(item),
                        item,
                        BUREAU,
                        "s1",
                        new BigDecimal(value),
                        unit,
                        "2021",
                        basis,
                        null,
                        null));
    }

    public EventScript corrected(String item, String value, String unit, String previous) {
        return item(
                item,
                new EvidenceEvent.FigureCorrected(
                        CYCLE,
                        holder(item),
                        item,
                        BUREAU,
                        "s2",
                        new BigDecimal(value),
                        unit,
                        "2021",
                        Basis.REPORTED,
                        null,
                        null,
                        new BigDecimal(previous),
                        "抄错"));
    }

    public EventScript fact(String item, String text) {
        return item(item, new EvidenceEvent.FactSubmitted(CYCLE, holder(item), item, BUREAU, "s1", text, "2021", null));
    }

    public EventScript narrative(String item, String text) {
        return item(item, new EvidenceEvent.NarrativeSubmitted(CYCLE, holder(item), item, BUREAU, "s1", text));
    }

    public EventScript withdrawn(String item) {
        return item(item, new EvidenceEvent.ItemWithdrawn(CYCLE, holder(item), item, BUREAU, "s3", "误报"));
    }

    public EventScript returned(String item) {
        return item(item, new EvidenceEvent.ItemReturned(CYCLE, holder(item), item, BUREAU, "r1", "请核对"));
    }

    /** The time of the next event; without it each is a minute behind the one before. */
    public EventScript at(String time) {
        next = Instant.parse(time);
        return this;
    }

    /** The next event has the id of one before. */
    public EventScript withIdOf(long position) {
        nextId = recorded().get((int) position).id();
        return this;
    }

    /** The next event names the commit of one before, as no ledger has it. */
    public EventScript inCommitOf(long position) {
        nextCommit = recorded().get((int) position).commit();
        return this;
    }

    /** The next event is of the commit of the one before, and of its time. */
    public EventScript together() {
        together = true;
        return this;
    }

    public EventScript item(String item, DutyEvent event) {
        return add("evidence/" + CYCLE + "/" + holder(item), event);
    }

    public EventScript add(String stream, DutyEvent event) {
        return add(stream, EventTypes.nameOf(event.getClass()), event);
    }

    /** Any payload under any type name, also ones this version does not know. */
    public EventScript add(String stream, String type, Object payload) {
        long position = events.size();
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        Map<String, Object> envelope = new HashMap<>();
        envelope.put("aggregate", stream);
        Instant time = next == null ? START.plusSeconds(60 * position) : next;
        if (together) {
            time = requireNonNull(last);
        } else {
            commits++;
        }
        last = time;
        together = false;
        envelope.put("commit", nextCommit == null ? uuid("commit" + (commits - 1)) : nextCommit);
        nextCommit = null;
        envelope.put("id", nextId == null ? uuid("event" + position) : nextId);
        nextId = null;
        envelope.put("meta", Map.of("actor", "test"));
        envelope.put("payload", payload);
        envelope.put("seq", sequence);
        envelope.put("ts", time);
        next = null;
        envelope.put("type", type);
        String hash = (uuid("h" + position) + uuid("i" + position)).replace("-", "");
        events.add(new Stored(position, hash, CanonicalJson.bytes(envelope)));
        return this;
    }

    public List<Stored> stored() {
        return List.copyOf(events);
    }

    public List<RecordedEvent> recorded() {
        return events.stream().map(Stored::decode).toList();
    }

    public long last() {
        return events.size() - 1L;
    }

    /** The events as a checker wants them. */
    public Map<Long, LedgerEvent> ledger() {
        Map<Long, LedgerEvent> ledger = new HashMap<>();
        recorded().forEach(e -> ledger.put(e.position(), new LedgerEvent(e.id())));
        return ledger;
    }

    private String holder(String item) {
        return framework.holderOf(item).orElseThrow().id();
    }

    private static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
