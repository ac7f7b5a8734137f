package org.dutyledger.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EventTypes;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FactSubmitted;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.EvidenceEvent.ItemWithdrawn;
import org.dutyledger.events.EvidenceEvent.NarrativeSubmitted;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.FigureSpec;
import org.dutyledger.indicators.Framework;
import org.dutyledger.proof.chain.CommitHash;

/** A ledger in memory that writes the stored canonical bytes as submission-service does; positions count from 0. */
public final class TestLedger {
    private final Framework framework;
    private final List<byte[]> events = new ArrayList<>();
    private final List<ChainedEvent> chain = new CopyOnWriteArrayList<>();
    private boolean together;
    private final Map<String, Long> sequences = new HashMap<>();

    public TestLedger(Framework framework) {
        this.framework = framework;
    }

    /** Opens a cycle for jurisdiction 330602 and registers one organisation for every role, named like the role. */
    public TestLedger open(String cycle) {
        add(
                "cycle/" + cycle,
                new CycleOpenedV2(
                        cycle,
                        "330602",
                        "越城区",
                        2021,
                        framework.id(),
                        framework.version(),
                        framework.sha256(),
                        null,
                        framework.holders().stream().map(EvidenceHolder::id).toList()));
        framework.holders().forEach(h -> add(stream(cycle, h.id()), new IndicatorOpened(cycle, h.id())));
        new TreeMap<>(framework.roles())
                .forEach((role, name) ->
                        add("cycle/" + cycle, new OrganisationRegistered(cycle, role, name, List.of(role))));
        return this;
    }

    /** A figure, fact, claim or narrative, as the framework defines the item. */
    public TestLedger submit(String cycle, String organisation, String item, String value) {
        EvidenceHolder holder = framework.holderOf(item).orElseThrow();
        FigureSpec figure = framework.figure(item).orElse(null);
        String h = holder.id();
        DutyEvent event;
        if (figure == null) {
            event = new NarrativeSubmitted(cycle, h, item, organisation, "s", value);
        } else if (figure.kind() == FigureSpec.Kind.NUMBER) {
            Basis basis = figure.derived() ? Basis.DECLARED : Basis.REPORTED;
            event = new FigureSubmitted(
                    cycle,
                    h,
                    item,
                    organisation,
                    "s",
                    new BigDecimal(value),
                    figure.unit().symbol(),
                    "2021",
                    basis,
                    null,
                    null);
        } else {
            event = new FactSubmitted(cycle, h, item, organisation, "s", value, "2021", null);
        }
        return add(stream(cycle, h), event);
    }

    /** Everything the framework knows, by one of its submitters, with plausible values. */
    public TestLedger submitAll(String cycle) {
        return submitAll(cycle, 1);
    }

    /** The same with another number in every figure. */
    public TestLedger submitAll(String cycle, int number) {
        for (EvidenceHolder holder : framework.holders()) {
            holder.figures()
                    .forEach(f -> submit(
                            cycle,
                            f.submitters().iterator().next(),
                            f.id(),
                            f.kind() == FigureSpec.Kind.NUMBER ? Integer.toString(number) : "有"));
            holder.slots().forEach(s -> submit(cycle, s.submitters().iterator().next(), s.id(), "文字"));
        }
        return this;
    }

    public TestLedger withdraw(String cycle, String organisation, String item) {
        String holder = framework.holderOf(item).orElseThrow().id();
        return add(stream(cycle, holder), new ItemWithdrawn(cycle, holder, item, organisation, "s", "有误"));
    }

    public TestLedger add(String stream, DutyEvent event) {
        long sequence = sequences.merge(stream, 0L, (old, zero) -> old + 1);
        return addRaw(CanonicalJson.bytes(Map.of(
                "aggregate",
                stream,
                "commit",
                "c",
                "id",
                "e" + events.size(),
                "meta",
                Map.of("actor", "test"),
                "payload",
                event,
                "seq",
                sequence,
                "ts",
                "2022-03-01T08:00:00Z",
                "type",
                EventTypes.nameOf(event.getClass()))));
    }

    public TestLedger addRaw(byte[] canonical) {
        events.add(canonical);
        if (!together) {
            commit();
        }
        return this;
    }

    /** All that is added meanwhile is one commit. */
    public TestLedger together(Consumer<TestLedger> more) {
        together = true;
        more.accept(this);
        together = false;
        commit();
        return this;
    }

    private void commit() {
        chain.addAll(commitOf(chain.size(), head(), events.subList(chain.size(), events.size())));
    }

    /** Hash of the last commit. */
    public String head() {
        return chain.isEmpty()
                ? LedgerFollower.genesis()
                : chain.get(chain.size() - 1).commitHash();
    }

    /** A commit with a right hash, of this ledger or a forged one. */
    public static List<ChainedEvent> commitOf(long position, String head, List<byte[]> data) {
        UUID id = UUID.nameUUIDFromBytes(data.get(0));
        byte[] hash =
                CommitHash.commit(HexFormat.of().parseHex(head), position, id, CommitHash.leaves(List.copyOf(data)));
        List<ChainedEvent> commit = new ArrayList<>();
        for (byte[] event : data) {
            commit.add(new ChainedEvent(
                    position + commit.size(), head, HexFormat.of().formatHex(hash), id, event));
        }
        return commit;
    }

    /** Events from a position on as the audit feed gives them, at most {@code limit}. */
    public List<ChainedEvent> chained(long from, int limit) {
        return chain.stream().skip(from).limit(limit).toList();
    }

    public int size() {
        return events.size();
    }

    public byte[] bytes(long position) {
        return events.get((int) position);
    }

    /** Events from a position on, at most {@code limit}. */
    public List<RecordedEvent> read(long from, int limit) {
        List<RecordedEvent> found = new ArrayList<>();
        for (long p = from; p < Math.min(from + limit, size()); p++) {
            found.add(RecordedEvent.decode(p, "h" + p, bytes(p)));
        }
        return found;
    }

    private static String stream(String cycle, String holder) {
        return "evidence/" + cycle + "/" + holder;
    }
}
