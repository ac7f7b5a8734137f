package org.dutyledger.report.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.follow.AnotherHistoryException;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.CommitAssembler;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.kit.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copy of the ledger's events, one document a position. Writing the same events again changes nothing, so a batch may
 * be redone after a crash.
 *
 * <p>The database alone is not trusted: a report or draft would print what a database user changed there. Events stored
 * before this process started are read once along the ledger's chain of hashes; from then on a digest of each cycle's
 * events is kept in memory, and every read must give that digest.
 */
public final class EventCopy {
    /** Name of its collection, without a generation. */
    public static final String NAME = "events";

    private static final Logger LOG = LoggerFactory.getLogger(EventCopy.class);
    private static final Duration LOADING = Duration.ofSeconds(3);
    private static final String DATA = "data";
    private static final String HASH = "hash";
    private static final String PREVIOUS = "previous";
    private static final String COMMIT = "commit";
    private static final String CYCLE = "cycle";
    private final MongoCollection<Document> events;
    private final Map<String, CycleDigest> digests = new ConcurrentHashMap<>();
    private final Set<String> altered = ConcurrentHashMap.newKeySet();
    private volatile long next;
    private volatile String head = LedgerFollower.genesis();
    private final CountDownLatch confirmed = new CountDownLatch(1);
    private volatile String compared = "";

    EventCopy(MongoCollection<Document> events) {
        this.events = events;
    }

    /** Makes the index that reading one cycle needs. */
    void prepare() {
        events.createIndex(Indexes.ascending(CYCLE, "_id"));
    }

    /**
     * Reads events stored earlier, as far as this process has not read them.
     *
     * @param applied position of the last event of the last commit that is stored whole, -1 for none
     * @return hash of that commit
     * @throws AnotherHistoryException when the documents are not one chain of commits from the first to that position
     */
    public String load(long applied) {
        if (applied >= next) {
            CommitAssembler chain = new CommitAssembler(next, head);
            List<ChainedEvent> whole = new ArrayList<>();
            for (Document d :
                    events.find(and(gte("_id", next), lte("_id", applied))).sort(Sorts.ascending("_id"))) {
                String problem = chain.offer(event(d), whole);
                if (problem != null) {
                    throw new AnotherHistoryException("the stored copy of position " + d.get("_id") + " " + problem);
                }
                whole.forEach(one -> known(one, cycleOf(one)));
                whole.clear();
            }
            if (chain.base() <= applied) {
                throw new AnotherHistoryException(
                        "the stored copy holds no commit at position " + chain.base() + " whose hash is right");
            }
        }
        if (applied + 1 == next) {
            return head;
        }
        return applied < 0 ? LedgerFollower.genesis() : commitHash(applied);
    }

    /**
     * Confirms that the loaded events are the ledger's: the last commit was compared. The copy cannot be read before,
     * since a copy that was rewritten from the beginning is a sound chain too.
     */
    public void confirmed() {
        confirmed.countDown();
    }

    /** Stores whole commits that continue what is stored; durable when it returns. */
    public void put(List<ChainedEvent> batch) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>(batch.size());
        List<String> cycles = batch.stream().map(EventCopy::cycleOf).toList();
        for (int i = 0; i < batch.size(); i++) {
            ChainedEvent event = batch.get(i);
            Document document = new Document("_id", event.position())
                    .append(CYCLE, cycles.get(i))
                    .append(PREVIOUS, event.previousHash())
                    .append(COMMIT, event.commit().toString())
                    .append(HASH, event.commitHash())
                    .append(DATA, new Binary(event.data()));
            writes.add(new ReplaceOneModel<>(eq("_id", event.position()), document, new ReplaceOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            events.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        for (int i = 0; i < batch.size(); i++) {
            known(batch.get(i), cycles.get(i));
        }
    }

    /** Hash of the commit that holds a position; empty when the position is not here. */
    public String commitHash(long position) {
        Document found = events.find(eq("_id", position)).first();
        return found == null ? "" : found.getString(HASH);
    }

    /**
     * The events of a cycle up to and including a position, in order.
     *
     * @throws Problem 503 {@code PROJECTION_BEHIND} before {@link #confirmed}; 409 {@code COPY_ALTERED} when the
     *     database differs from what was stored
     */
    public List<RecordedEvent> upTo(String cycle, long position) {
        awaitConfirmed();
        List<StoredBytes> found = new ArrayList<>();
        if (!isAsStored(cycle, position, found)) {
            throw new Problem(
                    409,
                    "COPY_ALTERED",
                    "the stored copy of the events of cycle '" + cycle
                            + "' is not what was stored; './dutyledger rebuild' makes it again from the ledger");
        }
        return found.stream().map(StoredBytes::decode).toList();
    }

    /** At a start, and briefly after a rebuild, the copy is being read: requests wait for that. */
    private void awaitConfirmed() {
        try {
            if (confirmed.await(LOADING.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(
                503,
                "PROJECTION_BEHIND",
                "the stored events are being read and compared with the ledger",
                List.of(),
                Duration.ofSeconds(1));
    }

    /** Reads a cycle, compares it, and adds its events up to a position to {@code found}. */
    private boolean isAsStored(String cycle, long upTo, List<StoredBytes> found) {
        CycleDigest stored = digests.getOrDefault(cycle, CycleDigest.EMPTY);
        boolean same = stored.equals(read(cycle, stored.last(), upTo, found));
        if (same) {
            altered.remove(cycle);
        } else if (altered.add(cycle)) {
            LOG.error("ALARM, the stored copy of the events of cycle {} is not what was stored", cycle);
        }
        return same;
    }

    /** Reads and compares one cycle, the next one at each call: an alteration is noticed before a report is requested. */
    public void compareNext() {
        NavigableSet<String> cycles = new TreeSet<>(digests.keySet());
        String after = cycles.higher(compared);
        String cycle = after == null && !cycles.isEmpty() ? cycles.first() : after;
        if (cycle != null) {
            compared = cycle;
            isAsStored(cycle, -1, new ArrayList<>());
        }
    }

    /** The cycles whose stored events were found altered when last read. */
    public Set<String> altered() {
        return new TreeSet<>(altered);
    }

    private CycleDigest read(String cycle, long last, long upTo, List<StoredBytes> found) {
        CycleDigest digest = CycleDigest.EMPTY;
        for (Document d : events.find(and(eq(CYCLE, cycle), lte("_id", last))).sort(Sorts.ascending("_id"))) {
            StoredBytes event = new StoredBytes(
                    d.getLong("_id"),
                    d.getString(HASH),
                    d.get(DATA, Binary.class).getData());
            digest = digest.and(event);
            if (event.position() <= upTo) {
                found.add(event);
            }
        }
        return digest;
    }

    private void known(ChainedEvent event, String cycle) {
        if (event.position() == next) {
            StoredBytes bytes = new StoredBytes(event.position(), event.commitHash(), event.data());
            digests.merge(cycle, CycleDigest.EMPTY.and(bytes), (before, first) -> before.and(bytes));
            head = event.commitHash();
            next = event.position() + 1;
        }
    }

    private static String cycleOf(ChainedEvent event) {
        return new StoredBytes(event.position(), event.commitHash(), event.data())
                .decode()
                .event()
                .cycle();
    }

    private static ChainedEvent event(Document d) {
        try {
            return ChainedEvent.of(
                    String.valueOf(d.get("_id")),
                    d.getString(PREVIOUS),
                    d.getString(HASH),
                    d.getString(COMMIT),
                    d.get(DATA, Binary.class).getData());
        } catch (RuntimeException e) {
            throw new AnotherHistoryException("the stored copy of position " + d.get("_id") + " has " + e.getMessage());
        }
    }
}
