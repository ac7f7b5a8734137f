package org.dutyledger.benchmarks.ledger;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.envelope.EventEnvelope;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.submission.audit.fold.EvidenceState;
import org.jspecify.annotations.Nullable;

/**
 * Cost of an auditor's query in a long log: {@code ReplayBenchmark <mongodb-uri> [events]}. One indicator's 10,000
 * events are scattered among those of one very long stream.
 */
public final class ReplayBenchmark {
    private static final PrintStream out = System.out;
    private static final String INDICATOR = "evidence/bench/13";
    private static final String LONG = "evidence/bench/long";
    private static final String TYPE = "figure.submitted.v1";
    private static final int OF_INDICATOR = 10_000;
    private static final int COMMIT = 200;
    private static final int PAGE = 101;
    private static final int ROUNDS = 30;

    private final Ledger ledger;
    private final MongoCollection<RawBsonDocument> log;

    private ReplayBenchmark(Ledger ledger, MongoDatabase database) {
        this.ledger = ledger;
        this.log = database.getCollection("log", RawBsonDocument.class);
    }

    public static void main(String[] args) {
        long events = args.length > 1 ? Long.parseLong(args[1]) : 1_000_000;
        try (MongoClient client = MongoClients.create(args[0])) {
            MongoDatabase database = client.getDatabase("bench-" + UUID.randomUUID());
            try (MongoLedger ledger = MongoLedger.open(database)) {
                ReplayBenchmark benchmark = new ReplayBenchmark(ledger, database);
                benchmark.fill(events);
                benchmark.run();
            } finally {
                database.drop();
            }
        }
    }

    private void fill(long events) {
        long commits = events / COMMIT;
        int indicator = 0;
        long rest = 0;
        for (long commit = 0; commit < commits; commit++) {
            long due = OF_INDICATOR * (commit + 1) / commits;
            List<NewEvent> all = new ArrayList<>(COMMIT);
            while (indicator < due) {
                all.add(figure(indicator++));
            }
            NewCommit filler = Load.commit(LONG, rest, COMMIT - all.size());
            all.addAll(filler.events());
            rest += filler.events().size();
            ledger.append(new NewCommit(filler.id(), filler.requestId(), filler.recordedAt(), all));
        }
    }

    private static NewEvent figure(int n) {
        String id = Load.newId().toString();
        FigureSubmitted event = new FigureSubmitted(
                "bench",
                "13",
                "item-" + n % 20,
                "bench",
                "s-" + n,
                BigDecimal.valueOf(n),
                "人",
                "2021",
                Basis.REPORTED,
                null,
                null);
        EventEnvelope envelope = new EventEnvelope(
                INDICATOR,
                "IndicatorEvidence",
                id,
                id,
                Map.of("actor", "bench"),
                CanonicalJson.bytes(event),
                null,
                n,
                Instant.EPOCH,
                TYPE);
        return new NewEvent(INDICATOR, n, TYPE, id, envelope.bytes());
    }

    private void run() {
        out.printf(
                "--- %d events in the log, %d of the indicator (load of the machine %.1f)%n",
                ledger.size(),
                OF_INDICATOR,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        List<RecordedEvent> events = replay();
        if (events.size() != OF_INDICATOR) {
            throw new IllegalStateException("the indicator has " + events.size() + " events");
        }
        for (String stream : List.of(INDICATOR, LONG)) {
            Latencies raw = time(() -> bounded(stream, 0, PAGE).into(new ArrayList<>()));
            line("raw find, first page of " + stream, raw, null);
            line("first page of " + stream, time(() -> ledger.readStream(stream, 0, PAGE)), raw);
            line("first page, open end and sorted", time(() -> open(stream).into(new ArrayList<>())), raw);
            out.printf(
                    "    documents examined: %s, with an open end %s%n",
                    examined(bounded(stream, 0, PAGE)), examined(open(stream)));
        }
        Latencies raw = time(() -> bounded(INDICATOR, 0, OF_INDICATOR).into(new ArrayList<>()));
        line("raw find, all of the indicator", raw, null);
        line("replay: read, decode, fold", time(() -> EvidenceState.fold(replay())), raw);
        line("replay of what is kept: fold", time(() -> EvidenceState.fold(events)), raw);
    }

    private List<RecordedEvent> replay() {
        List<RecordedEvent> events = new ArrayList<>();
        for (List<StoredEvent> page = ledger.readStream(INDICATOR, 0, 5_000);
                !page.isEmpty();
                page = ledger.readStream(INDICATOR, events.size(), 5_000)) {
            page.forEach(event -> events.add(RecordedEvent.decode(event.position(), null, event.data())));
        }
        return events;
    }

    private FindIterable<RawBsonDocument> bounded(String stream, long first, int limit) {
        return log.find(Filters.elemMatch(
                "e", Filters.and(Filters.eq("a", stream), Filters.gte("s", first), Filters.lt("s", first + limit))));
    }

    private FindIterable<RawBsonDocument> open(String stream) {
        return log.find(Filters.elemMatch("e", Filters.and(Filters.eq("a", stream), Filters.gte("s", 0L))))
                .sort(Sorts.ascending("_id"))
                .limit(PAGE);
    }

    private static String examined(FindIterable<RawBsonDocument> find) {
        return String.valueOf(
                find.explain().get("executionStats", Document.class).get("totalDocsExamined"));
    }

    private static Latencies time(Runnable work) {
        work.run();
        Latencies latencies = new Latencies();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }

    private static void line(String what, Latencies mine, @Nullable Latencies raw) {
        out.printf(
                "%-46s %s%s%n",
                what,
                mine.summary(),
                raw == null ? "" : "  -> %.2f x raw".formatted(mine.quantile(.5) / raw.quantile(.5)));
    }
}
