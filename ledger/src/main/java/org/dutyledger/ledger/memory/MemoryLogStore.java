package org.dutyledger.ledger.memory;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.store.EncodedCommit;
import org.dutyledger.ledger.store.InsertOutcome;
import org.dutyledger.ledger.store.LogStore;
import org.dutyledger.ledger.store.PlacedCommit;
import org.dutyledger.ledger.store.Rival;
import org.dutyledger.ledger.store.Tail;
import org.dutyledger.ledger.store.Turns;
import org.dutyledger.ledger.store.UniqueKeys;

/** Commits in maps under one lock. */
final class MemoryLogStore implements LogStore {
    private record Size(int bytes) implements EncodedCommit {}

    private final NavigableMap<Long, StoredCommit> commits = new TreeMap<>();
    private final Map<Object, StoredCommit> holders = new HashMap<>();
    private final Map<String, StoredCommit> requests = new HashMap<>();
    private final Map<String, NavigableMap<Long, StoredEvent>> streams = new HashMap<>();

    @Override
    public EncodedCommit draft(NewCommit commit) {
        return new Size(
                commit.events().stream().mapToInt(event -> event.data().length).sum());
    }

    @Override
    public synchronized InsertOutcome insert(List<PlacedCommit> batch) {
        for (int i = 0; i < batch.size(); i++) {
            PlacedCommit placed = batch.get(i);
            List<Object> keys = UniqueKeys.of(placed.commit());
            if (commits.containsKey(placed.position()) || keys.stream().anyMatch(holders::containsKey)) {
                return new InsertOutcome.Clash(i);
            }
            keep(placed, keys);
        }
        return new InsertOutcome.Stored();
    }

    private void keep(PlacedCommit placed, List<Object> keys) {
        NewCommit commit = placed.commit();
        List<StoredEvent> events = new ArrayList<>();
        for (NewCommit.NewEvent event : commit.events()) {
            long position = placed.position() + events.size();
            byte[] data = event.data().clone();
            events.add(new StoredEvent(position, event.stream(), event.sequence(), event.type(), event.id(), data));
        }
        StoredCommit stored = new StoredCommit(
                placed.position(),
                commit.id(),
                commit.requestId(),
                commit.recordedAt().truncatedTo(ChronoUnit.MILLIS),
                placed.previousHash(),
                placed.hash(),
                events);
        commits.put(placed.position(), stored);
        keys.forEach(key -> holders.put(key, stored));
        if (commit.requestId() != null) {
            requests.put(commit.requestId(), stored);
        }
        events.forEach(event ->
                streams.computeIfAbsent(event.stream(), name -> new TreeMap<>()).put(event.sequence(), event));
    }

    @Override
    public synchronized Tail tail() {
        if (commits.isEmpty()) {
            return Tail.empty();
        }
        StoredCommit last = commits.lastEntry().getValue();
        return new Tail(last.nextPosition(), last.hash());
    }

    @Override
    public synchronized Map<Long, UUID> slots(Collection<Long> positions) {
        Map<Long, UUID> found = new HashMap<>();
        for (Long position : positions) {
            StoredCommit commit = commits.get(position);
            if (commit != null) {
                found.put(position, commit.id());
            }
        }
        return found;
    }

    @Override
    public synchronized Optional<Rival> rival(PlacedCommit placed) {
        NewCommit commit = placed.commit();
        StoredCommit first = commit.requestId() == null ? null : requests.get(commit.requestId());
        if (first != null && first.position() != placed.position()) {
            return Optional.of(Rival.sameRequest(first));
        }
        List<Object> taken = new ArrayList<>();
        for (Object key : UniqueKeys.of(commit)) {
            StoredCommit holder = holders.get(key);
            if (holder != null && holder.id().equals(commit.id()) && holder.position() != placed.position()) {
                return Optional.of(Rival.sameRequest(holder));
            }
            if (holder != null && !holder.id().equals(commit.id())) {
                taken.add(key);
            }
        }
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rival.SameEvent(UniqueKeys.firstShared(commit, taken)));
    }

    @Override
    public Turns turns() {
        return Turns.alwaysMine();
    }

    @Override
    public synchronized List<StoredCommit> read(long position, int limit) {
        Map.Entry<Long, StoredCommit> start = commits.floorEntry(position);
        if (start == null || start.getValue().nextPosition() <= position) {
            return List.of();
        }
        return commits.tailMap(start.getKey(), true).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<StoredEvent> readStream(String stream, long firstSequence, int limit) {
        NavigableMap<Long, StoredEvent> events = streams.get(stream);
        return events == null
                ? List.of()
                : events.tailMap(firstSequence, true).values().stream()
                        .limit(limit)
                        .toList();
    }

    @Override
    public synchronized OptionalLong lastSequence(String stream) {
        NavigableMap<Long, StoredEvent> events = streams.get(stream);
        return events == null ? OptionalLong.empty() : OptionalLong.of(events.lastKey());
    }

    @Override
    public synchronized Optional<StoredCommit> findRequest(String requestId) {
        return Optional.ofNullable(requests.get(requestId));
    }
}
