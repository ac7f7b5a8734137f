package org.dutyledger.ledger.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.StreamConflictException;

/** The keys that no two commits may share: request id, places in streams, event ids. */
public final class UniqueKeys {
    private record Request(String id) {}

    private record Place(String stream, long sequence) {}

    private record EventId(String id) {}

    private UniqueKeys() {}

    /** All keys of a commit, as values that can be compared. */
    public static List<Object> of(NewCommit commit) {
        List<Object> keys = new ArrayList<>(2 * commit.events().size() + 1);
        if (commit.requestId() != null) {
            keys.add(new Request(commit.requestId()));
        }
        for (NewEvent event : commit.events()) {
            keys.add(new Place(event.stream(), event.sequence()));
            keys.add(new EventId(event.id()));
        }
        return keys;
    }

    /** The keys of a stored commit that its events hold. */
    public static List<Object> of(StoredCommit commit) {
        List<Object> keys = new ArrayList<>(2 * commit.events().size());
        for (StoredEvent event : commit.events()) {
            keys.add(new Place(event.stream(), event.sequence()));
            keys.add(new EventId(event.id()));
        }
        return keys;
    }

    /** Index of the first event whose place or id is among {@code keys}. */
    public static int firstShared(NewCommit commit, Collection<Object> keys) {
        Set<Object> taken = new HashSet<>(keys);
        List<NewEvent> events = commit.events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            if (taken.contains(new Place(event.stream(), event.sequence()))
                    || taken.contains(new EventId(event.id()))) {
                return i;
            }
        }
        throw new IllegalArgumentException("the commits share no event key");
    }

    /**
     * A store's unique index holds between documents, not inside one: a commit is checked against itself here.
     *
     * @throws StreamConflictException when a place or an event id occurs twice
     * @throws IllegalArgumentException when the places of one stream are not contiguous
     */
    public static void requireSound(NewCommit commit) {
        Map<String, Long> last = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (NewEvent event : commit.events()) {
            Long before = last.put(event.stream(), event.sequence());
            if (!ids.add(event.id()) || before != null && event.sequence() <= before) {
                throw new StreamConflictException(event);
            }
            if (event.sequence() < 0 || before != null && event.sequence() != before + 1) {
                throw new IllegalArgumentException("stream '" + event.stream() + "' jumps to " + event.sequence());
            }
        }
    }
}
