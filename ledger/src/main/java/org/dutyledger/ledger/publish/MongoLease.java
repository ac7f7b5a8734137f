package org.dutyledger.ledger.publish;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A lease in a MongoDB document that compares no clocks: the holder keeps raising a version, and whoever has watched
 * the same version for the lease's whole time by its own clock may take it. A holder that comes back under its old name
 * goes on at once.
 */
public final class MongoLease implements Lease {
    private static final String NOBODY = "";

    private final MongoCollection<Document> leases;
    private final Bson key;
    private final String name;
    private final String holder;
    private final long timeNanos;
    private final LongSupplier nanoTime;

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
        this(database, name, holder, time, System::nanoTime);
    }

    MongoLease(MongoDatabase database, String name, String holder, Duration time, LongSupplier nanoTime) {
        // whoever waits for an answer longer than the lease lasts holds nothing any more
        this.leases =
                database.withTimeout(time.toMillis(), TimeUnit.MILLISECONDS).getCollection("leases");
        this.key = eq("_id", name);
        this.name = name;
        this.holder = holder;
        this.timeNanos = time.toNanos();
        this.nanoTime = nanoTime;
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

    private void look(long now) {
        Document lease = leases.find(key).first();
        if (lease == null) {
            held = create();
            return;
        }
        long seen = lease.get("version", Number.class).longValue();
        String owner = lease.getString("holder");
        if (seen != version) {
            version = seen;
            since = now;
        }
        boolean mayTake = owner.equals(holder) || owner.equals(NOBODY) || now - since >= timeNanos;
        held = mayTake && raise(holder);
    }

    private boolean create() {
        try {
            leases.insertOne(new Document("_id", name).append("holder", holder).append("version", 0L));
            version = 0;
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false; // another one was faster
            }
            throw e;
        }
    }

    /** Takes, renews or gives back; false when somebody else did so since we looked. */
    private boolean raise(String by) {
        Bson change = Updates.combine(Updates.set("holder", by), Updates.set("version", version + 1));
        boolean done =
                leases.updateOne(and(key, eq("version", version)), change).getMatchedCount() == 1;
        if (done) {
            version++;
        }
        return done;
    }

    @Override
    public synchronized void close() {
        if (held) {
            held = false;
            raise(NOBODY);
        }
    }
}
