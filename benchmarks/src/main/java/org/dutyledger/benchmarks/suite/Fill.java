package org.dutyledger.benchmarks.suite;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EventMeta;
import org.dutyledger.events.EventTypes;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.axon.TimeOrderedIds;
import org.dutyledger.ledger.envelope.EventEnvelope;

/**
 * A province's history: a hundred counties submit their whole sheet, then correct it, and again. One event a commit,
 * bytes like those of the submission service, counties and indicators mixed as they would come.
 */
final class Fill {
    private static final int COUNTIES = 100;
    private static final int THREADS = 64;

    private final Ledger ledger;
    private final Sheet sheet;
    private final TimeOrderedIds ids = TimeOrderedIds.system();

    Fill(Ledger ledger, Sheet sheet) {
        this.ledger = ledger;
        this.sheet = sheet;
    }

    /** Fills an empty ledger with at least so many events. */
    void atLeast(long events) throws InterruptedException, ExecutionException {
        Random mixed = new Random(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Stream> streams = new ArrayList<>();
        for (int county = 0; county < COUNTIES; county++) {
            String cycle = "county-" + county;
            open(cycle);
            sheet.indicators().forEach(indicator -> streams.add(new Stream(cycle, indicator)));
        }
        for (int version = 0; ledger.size() < events; version++) {
            Collections.shuffle(streams, mixed);
            List<Future<?>> running = new ArrayList<>();
            for (Stream stream : streams) {
                int now = version;
                running.add(threads.submit(() -> submit(stream, now)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        threads.shutdown();
    }

    private void open(String cycle) {
        Framework f = sheet.framework();
        String stream = "cycle/" + cycle;
        UUID commit = ids.next();
        Map<String, String> meta = meta(cycle + ":open");
        List<NewEvent> events = List.of(
                event(
                        commit,
                        "Cycle",
                        stream,
                        0,
                        meta,
                        new CycleOpenedV2(
                                cycle,
                                "330602",
                                "越城区",
                                f.year(),
                                f.id(),
                                f.version(),
                                f.sha256(),
                                null,
                                f.holders().stream().map(EvidenceHolder::id).toList())),
                event(
                        commit,
                        "Cycle",
                        stream,
                        1,
                        meta,
                        new OrganisationRegistered(
                                cycle,
                                Sheet.ORGANISATION,
                                "全区",
                                List.copyOf(f.roles().keySet()))));
        ledger.append(new NewCommit(commit, cycle + ":open", Instant.now(), events));
    }

    private void submit(Stream stream, int version) {
        String submission = ids.next().toString();
        for (Sheet.Line line : sheet.of(stream.indicator())) {
            UUID commit = ids.next();
            String request = Sheet.ORGANISATION + ":" + commit;
            NewEvent event = event(
                    commit,
                    "IndicatorEvidence",
                    "evidence/" + stream.cycle() + "/" + stream.indicator(),
                    stream.next++,
                    meta(request),
                    line.event(stream.cycle(), submission, version));
            ledger.append(new NewCommit(commit, request, Instant.now(), List.of(event)));
        }
    }

    private NewEvent event(
            UUID commit, String aggregate, String stream, long sequence, Map<String, String> meta, DutyEvent event) {
        String id = ids.next().toString();
        String type = EventTypes.nameOf(event.getClass());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        EventEnvelope envelope = new EventEnvelope(
                stream, aggregate, commit.toString(), id, meta, CanonicalJson.bytes(event), null, sequence, now, type);
        return new NewEvent(stream, sequence, type, id, envelope.bytes());
    }

    private static Map<String, String> meta(String request) {
        Map<String, String> meta = new HashMap<>();
        meta.put(EventMeta.ACTOR, Sheet.ORGANISATION);
        meta.put(EventMeta.DOOR, "http");
        meta.put(EventMeta.REQUEST, request);
        meta.put(EventMeta.DIGEST, "0123456789abcdef".repeat(4));
        return meta;
    }

    /** One indicator of one county; used by one thread at a time. */
    private static final class Stream {
        private final String cycle;
        private final String indicator;
        private long next;

        Stream(String cycle, String indicator) {
            this.cycle = cycle;
            this.indicator = indicator;
        }

        String cycle() {
            return cycle;
        }

        String indicator() {
            return indicator;
        }
    }
}
