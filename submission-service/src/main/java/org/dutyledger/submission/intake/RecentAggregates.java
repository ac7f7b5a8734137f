package org.dutyledger.submission.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates used last, so that a command need not read their whole streams. A kept aggregate may be behind
 * when another instance wrote: an acceptance then loses the race for its place in the stream and is decided again, and
 * a refusal is decided again without the cache, see {@link #uncached}.
 */
public final class RecentAggregates implements Cache {
    private final ThreadLocal<Boolean> blind = new ThreadLocal<>();
    private final Map<Object, Object> recent;

    public RecentAggregates(int most) {
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > most;
            }
        };
    }

    /** Does something for which this thread reads every aggregate from the ledger. */
    <T> T uncached(Supplier<T> action) {
        blind.set(true);
        try {
            return action.get();
        } finally {
            blind.remove();
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's interface is not null-marked; absent is null
    public <K, V> @Nullable V get(K key) {
        if (blind.get() != null) {
            return null;
        }
        synchronized (recent) {
            return (V) recent.get(key);
        }
    }

    @Override
    public void put(Object key, Object value) {
        synchronized (recent) {
            recent.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        synchronized (recent) {
            return recent.putIfAbsent(key, value) == null;
        }
    }

    @Override
    public boolean remove(Object key) {
        synchronized (recent) {
            return recent.remove(key) != null;
        }
    }

    @Override
    public void removeAll() {
        synchronized (recent) {
            recent.clear();
        }
    }

    @Override
    public boolean containsKey(Object key) {
        synchronized (recent) {
            return recent.containsKey(key);
        }
    }

    /** Listeners are not supported. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("this cache has no listeners");
    }
}
