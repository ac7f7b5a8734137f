package org.dutyledger.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.Tail;

/**
 * Reads for embedded stand-ins of MongoDB, which serve only equality from an index and scan everything else: the log is
 * read by exact positions, and the positions of each stream's events are kept in memory. That takes some hundred bytes
 * per event, little for what such a server can hold; and the server has no failover that could invalidate them.
 */
final class EmbeddedServerReads extends CommitReads {
    private static final int PAGE = 500;

    private final MongoCollection<StoredCommit> commits;
    /** For each stream the position of the commit that holds a sequence. */
    private final Map<String, NavigableMap<Long, Long>> places = new HashMap<>();

    private Tail followed = Tail.empty();
    private boolean begun;

    EmbeddedServerReads(MongoCollection<StoredCommit> commits) {
        super(commits);
        this.commits = commits;
    }

    @Override
    synchronized Tail tail() {
        if (!begun) {
            // also what is after a hole: a removed commit is not the end
            commits.find().sort(ascending("_id")).forEach(this::follow);
            begun = true;
        }
        // the most frequent query of a lone appender is whether there is a new commit
        while (commits.find(eq("_id", followed.next())).first() != null) {
            for (StoredCommit commit : page(followed.next(), PAGE)) {
                follow(commit);
            }
        }
        return followed;
    }

    private void follow(StoredCommit commit) {
        if (commit.position() >= followed.next()) {
            commit.events().forEach(event -> places.computeIfAbsent(event.stream(), stream -> new TreeMap<>())
                    .put(event.sequence(), commit.position()));
            followed = new Tail(commit.nextPosition(), commit.hash());
        }
    }

    @Override
    Iterable<StoredCommit> page(long position, int limit) {
        return at(LongStream.range(position, position + limit).boxed().toList());
    }

    @Override
    boolean endsAt(long position) {
        return position >= tail().next();
    }

    @Override
    synchronized List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        tail();
        NavigableMap<Long, Long> known = places.getOrDefault(stream, new TreeMap<>());
        List<Long> holders = known.tailMap(firstSequence, true).values().stream()
                .limit(limit)
                .distinct()
                .toList();
        return at(holders).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.stream().equals(stream) && event.sequence() >= firstSequence)
                .limit(limit)
                .toList();
    }

    @Override
    synchronized OptionalLong lastSequence(String stream) {
        tail();
        NavigableMap<Long, Long> known = places.get(stream);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.lastKey());
    }

    private List<StoredCommit> at(List<Long> positions) {
        List<StoredCommit> found = positions.isEmpty()
                ? new ArrayList<>()
                : commits.find(in("_id", positions)).into(new ArrayList<>());
        found.sort(Comparator.comparingLong(StoredCommit::position));
        return found;
    }
}
