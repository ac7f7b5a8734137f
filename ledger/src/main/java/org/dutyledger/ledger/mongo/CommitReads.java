package org.dutyledger.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.conversions.Bson;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.Tail;
import org.dutyledger.ledger.store.UniqueKeys;

/** Durable reads of commits. */
class CommitReads {
    /** A page is over with the commit that reaches this; commits differ in size by a thousand times. */
    private static final long PAGE_BYTES = 8 << 20;

    private final MongoCollection<StoredCommit> commits;

    CommitReads(MongoCollection<StoredCommit> commits) {
        this.commits = commits;
    }

    /** As the server serves them best. */
    static CommitReads of(LogCollection log) {
        return log.replicated() ? new CommitReads(log.commits()) : new EmbeddedServerReads(log.commits());
    }

    Tail tail() {
        StoredCommit last = commits.find().sort(descending("_id")).first();
        return last == null ? Tail.empty() : new Tail(last.nextPosition(), last.hash());
    }

    List<StoredCommit> read(long position, int limit) {
        List<StoredCommit> found = contiguous(position, page(position, limit));
        if (!found.isEmpty() || endsAt(position)) {
            return found;
        }
        // a place inside a commit, or far after the end
        StoredCommit holder =
                commits.find(lte("_id", position)).sort(descending("_id")).first();
        if (holder == null || holder.nextPosition() <= position) {
            return List.of();
        }
        List<StoredCommit> all = new ArrayList<>(List.of(holder));
        if (limit > 1) {
            all.addAll(contiguous(holder.nextPosition(), page(holder.nextPosition(), limit - 1)));
        }
        return all;
    }

    /** Commits from {@code position} on, in order. */
    Iterable<StoredCommit> page(long position, int limit) {
        return commits.find(gte("_id", position))
                .sort(ascending("_id"))
                .limit(limit)
                .batchSize(limit);
    }

    /** Whether it is known without a search that nothing holds {@code position}. */
    boolean endsAt(long position) {
        return position == 0;
    }

    /**
     * The following commits without a hole, limited so that they fit well into memory; a read that ran during a
     * failover may have a hole, the next read will not.
     */
    private static List<StoredCommit> contiguous(long position, Iterable<StoredCommit> page) {
        List<StoredCommit> found = new ArrayList<>();
        long next = position;
        long bytes = 0;
        Iterator<StoredCommit> commits = page.iterator();
        try {
            while (bytes < PAGE_BYTES && commits.hasNext()) {
                StoredCommit commit = commits.next();
                if (commit.position() != next) {
                    break;
                }
                found.add(commit);
                next = commit.nextPosition();
                bytes += commit.events().stream()
                        .mapToLong(event -> event.data().length)
                        .sum();
            }
        } finally {
            if (commits instanceof MongoCursor<?> cursor) {
                cursor.close(); // one that is left half-way stays open on the server for ten minutes
            }
        }
        return found;
    }

    List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        List<StoredEvent> found = sequences(stream, firstSequence, limit);
        if (!found.isEmpty()) {
            return found;
        }
        // its end, or a hole that is longer than a page
        StoredCommit next = commits.find(elemMatch("e", and(eq("a", stream), gte("s", firstSequence))))
                .sort(ascending("_id"))
                .first();
        return next == null
                ? List.of()
                : sequences(stream, of(stream, firstSequence, next).get(0).sequence(), limit);
    }

    /**
     * The events with {@code limit} sequences. Bounded at both ends and not sorted by the server: with an open end it
     * fetches all that follows of the stream, or scans the log, to determine the first commits.
     */
    private List<StoredEvent> sequences(String stream, long first, int limit) {
        Bson wanted = elemMatch("e", and(eq("a", stream), gte("s", first), lt("s", first + limit)));
        List<StoredEvent> events = new ArrayList<>();
        try (MongoCursor<StoredCommit> holders = commits.find(wanted).iterator()) {
            holders.forEachRemaining(commit -> of(stream, first, commit).stream()
                    .filter(event -> event.sequence() < first + limit)
                    .forEach(events::add));
        }
        events.sort(Comparator.comparingLong(StoredEvent::sequence));
        return List.copyOf(events);
    }

    private static List<StoredEvent> of(String stream, long firstSequence, StoredCommit commit) {
        return commit.events().stream()
                .filter(event -> event.stream().equals(stream) && event.sequence() >= firstSequence)
                .toList();
    }

    OptionalLong lastSequence(String stream) {
        StoredCommit last =
                commits.find(eq("e.a", stream)).sort(descending("_id")).first();
        return last == null
                ? OptionalLong.empty()
                : last.events().stream()
                        .filter(event -> event.stream().equals(stream))
                        .mapToLong(StoredEvent::sequence)
                        .max();
    }

    Optional<StoredCommit> first(Bson wanted) {
        return Optional.ofNullable(commits.find(wanted).first());
    }

    Optional<Rival> rival(PlacedCommit placed) {
        NewCommit commit = placed.commit();
        if (commit.requestId() != null) {
            Optional<StoredCommit> first = first(eq("r", commit.requestId()));
            if (first.isPresent() && first.get().position() != placed.position()) {
                return first.map(Rival::sameRequest);
            }
        }
        List<Object> taken = new ArrayList<>();
        for (StoredCommit holder : commits.find(sharesAnEvent(commit))) {
            if (!holder.id().equals(commit.id())) {
                taken.addAll(UniqueKeys.of(holder));
            } else if (holder.position() != placed.position()) {
                return Optional.of(Rival.sameRequest(holder));
            }
        }
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rival.SameEvent(UniqueKeys.firstShared(commit, taken)));
    }

    private static Bson sharesAnEvent(NewCommit commit) {
        Map<String, long[]> spans = new LinkedHashMap<>();
        for (NewCommit.NewEvent event : commit.events()) {
            spans.computeIfAbsent(event.stream(), stream -> new long[] {event.sequence(), 0})[1] = event.sequence();
        }
        List<Bson> any = new ArrayList<>();
        spans.forEach(
                (stream, span) -> any.add(elemMatch("e", and(eq("a", stream), gte("s", span[0]), lte("s", span[1])))));
        any.add(in("e.i", commit.events().stream().map(NewCommit.NewEvent::id).toList()));
        return or(any);
    }
}
