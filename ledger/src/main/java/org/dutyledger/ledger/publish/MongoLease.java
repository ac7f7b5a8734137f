package org.dutyledger.ledger.publish;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A lease in a MongoDB document that compares no clocks: the holder keeps raising a version, and a process that has
 * seen the same version for the lease's whole time by its own clock may take it. A holder that returns under its old
 * name continues at once.
 *
 * <p>A lease may serve a Kafka cluster. Its holders are then of one cluster: an instance of another one takes it only from
 * a holder that is silent, and fails with {@link RivalClusterException} when it sees the holder alive.
 */
public final class MongoLease implements Lease {
    private static final String NO_HOLDER = "";
    private static final String PUBLISHER = "evidence-publisher";
    private static final Duration LOOK = Duration.ofMillis(200);

    private final MongoCollection<Document> leases;
    private final Bson key;
    private final String name;
    private final String holder;
    private final long timeNanos;
    private final LongSupplier nanoTime;
    private final @Nullable Supplier<String> cluster;

    private boolean held;
    private long version = -1;
    private long since;
    private long lookAgain;

    /**
     * A lease that is not taken yet.
     *
     * @param name of what is leased
     * @param holder name of this instance
     * @param time how long a holder may be silent before another one takes over
     */
    public MongoLease(MongoDatabase database, String name, String holder, Duration time) {
        this(database, name, holder, time, null, System::nanoTime);
    }

    /**
     * A lease for publishing the ledger of a database to a Kafka cluster, not taken yet.
     *
     * @param holder name of this instance
     * @param time how long a holder may be silent before another one takes over
     * @param cluster id of the cluster; called whenever the lease is read, and may fail while Kafka does not answer
     */
    public static MongoLease ofPublisher(
            MongoDatabase database, String holder, Duration time, Supplier<String> cluster) {
        return new MongoLease(database, PUBLISHER, holder, time, cluster, System::nanoTime);
    }

    MongoLease(
            MongoDatabase database,
            String name,
            String holder,
            Duration time,
            @Nullable Supplier<String> cluster,
            LongSupplier nanoTime) {
        // a caller that waits for an answer longer than the lease lasts no longer holds it
        this.leases =
                database.withTimeout(time.toMillis(), TimeUnit.MILLISECONDS).getCollection("leases");
        this.key = eq("_id", name);
        this.name = name;
        this.holder = holder;
        this.timeNanos = time.toNanos();
        this.nanoTime = nanoTime;
        this.cluster = cluster;
        this.lookAgain = nanoTime.getAsLong();
    }

    @Override
    public synchronized boolean isHeld() {
        long now = nanoTime.getAsLong();
        if (now - lookAgain >= 0) {
            look(now);
            lookAgain = now + timeNanos / 4;
        }
        return held;
    }

    /**
     * Waits until it is known that no live holder serves another cluster, at most for the time of the lease. Takes nothing.
     *
     * @throws RivalClusterException when one does
     */
    public synchronized void requireNoRival() {
        boolean known = false;
        while (!known) {
            Document lease = leases.find(key).first();
            known = lease == null || mayTake(lease, nanoTime.getAsLong()) || serves(lease, own());
            if (!known) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    private void look(long now) {
        held = false;
        Document lease = leases.find(key).first();
        held = lease == null ? create() : mayTake(lease, now) && raise(holder);
    }

    private boolean mayTake(Document lease, long now) {
        long seen = lease.get("version", Number.class).longValue();
        boolean alive = version >= 0 && seen != version;
        if (seen != version) {
            version = seen;
            since = now;
        }
        String owner = lease.getString("holder");
        boolean same = serves(lease, own());
        if (alive && !same && !owner.equals(NO_HOLDER)) {
            throw new RivalClusterException(
                    owner, lease.getString("process"), String.valueOf(lease.getString("cluster")));
        }
        return owner.equals(NO_HOLDER) || now - since >= timeNanos || same && owner.equals(holder);
    }

    /** Whether the holder serves this cluster; a lease of an earlier version does not name it and is accepted. */
    private static boolean serves(Document lease, @Nullable String own) {
        String theirs = lease.getString("cluster");
        return own == null || theirs == null || theirs.equals(own);
    }

    private @Nullable String own() {
        return cluster == null ? null : cluster.get();
    }

    private boolean create() {
        try {
            leases.insertOne(new Document("_id", name)
                    .append("holder", holder)
                    .append("version", 0L)
                    .append("cluster", own())
                    .append("process", process()));
            version = 0;
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false; // another one was faster
            }
            throw e;
        }
    }

    /** Takes, renews or gives back; false when another process did so since the last read. */
    private boolean raise(String by) {
        Bson change = Updates.combine(
                Updates.set("holder", by),
                Updates.set("version", version + 1),
                Updates.set("cluster", own()),
                Updates.set("process", process()));
        boolean done =
                leases.updateOne(and(key, eq("version", version)), change).getMatchedCount() == 1;
        if (done) {
            version++;
        }
        return done;
    }

    /** Process number and host, for people. */
    private static String process() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }

    @Override
    public synchronized void close() {
        if (held) {
            held = false;
            raise(NO_HOLDER);
        }
    }
}
