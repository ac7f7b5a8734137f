package org.dutyledger.submission.audit.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dutyledger.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of the streams requested last. Events once read never change, so only newer ones need to be read.
 * Bounded by the stored bytes of the kept events; thread-safe.
 */
final class RecentStreams {
    private final long mostBytes;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    RecentStreams(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The first events of a stream without a gap, and their stored size. */
    record Kept(List<RecordedEvent> events, long bytes) {
        static final Kept NOTHING = new Kept(List.of(), 0);

        Kept {
            events = List.copyOf(events);
        }

        Kept and(List<RecordedEvent> more, long moreBytes) {
            List<RecordedEvent> all = new ArrayList<>(events);
            all.addAll(more);
            return new Kept(all, bytes + moreBytes);
        }

        /** Where to read on. */
        long nextSequence() {
            return events.isEmpty() ? 0 : events.get(events.size() - 1).sequence() + 1;
        }
    }

    synchronized Kept of(String stream) {
        return kept.getOrDefault(stream, Kept.NOTHING);
    }

    /** Keeps a stream, and forgets what was not asked for longest when that is too much. */
    synchronized void keep(String stream, Kept now) {
        @Nullable Kept before = kept.put(stream, now);
        bytes += now.bytes - (before == null ? 0 : before.bytes);
        Iterator<Kept> oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().bytes;
            oldest.remove();
        }
    }
}
