package org.dutyledger.ledger.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.dutyledger.ledger.store.Turns;

/**
 * Turns through one document {@code {_id, holder, last, v}}. No clock is compared between processes: a turn is taken over when
 * its version did not move for a while by the waiter's own clock.
 */
final class MongoTurns implements Turns {
    private static final String ID = "appender";
    private static final String NO_HOLDER = "";
    /** A holder that does not end its turn within this time is gone. */
    private static final long TAKE_OVER_AFTER = Duration.ofMillis(250).toNanos();

    /** Every so many denials it is checked whether the holder is still there. */
    private static final int LOOK_EVERY = 16;

    private final MongoCollection<Document> turns;
    private final LongSupplier nanoTime;
    private final String me = UUID.randomUUID().toString();
    private int denied;
    private long seenVersion = -1;
    private long peekedVersion = -1;
    private long seenSince;

    MongoTurns(MongoCollection<Document> turns, LongSupplier nanoTime) {
        // a hint need not be durable, but it must be fresh: a majority read would show turns that are over
        this.turns = turns.withWriteConcern(WriteConcern.W1).withReadConcern(ReadConcern.LOCAL);
        this.nanoTime = nanoTime;
    }

    void prepare() {
        turns.updateOne(
                eq("_id", ID),
                combine(setOnInsert("holder", NO_HOLDER), setOnInsert("v", 0L)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public boolean take() {
        try {
            if (takeFree()) {
                denied = 0;
                return true;
            }
            return ++denied % LOOK_EVERY == 0 && takeOver();
        } catch (MongoException e) {
            // only a hint: a process that cannot ask appends without a turn
            return true;
        }
    }

    private boolean takeFree() {
        return turns.updateOne(and(eq("_id", ID), eq("holder", NO_HOLDER)), taken())
                        .getModifiedCount()
                == 1;
    }

    private boolean takeOver() {
        Document turn = turns.find(eq("_id", ID)).first();
        if (turn == null || me.equals(turn.getString("holder"))) {
            return true;
        }
        long version = turn.getLong("v");
        long now = nanoTime.getAsLong();
        if (version != seenVersion) {
            seenVersion = version;
            seenSince = now;
            return false;
        }
        return now - seenSince > TAKE_OVER_AFTER
                && turns.updateOne(and(eq("_id", ID), eq("v", version)), taken())
                                .getModifiedCount()
                        == 1;
    }

    private Bson taken() {
        return combine(set("holder", me), set("last", me), inc("v", 1L));
    }

    @Override
    public boolean wanted() {
        try {
            Document turn = turns.find(eq("_id", ID)).first();
            if (turn == null || turn.getLong("v") == peekedVersion) {
                return false;
            }
            // changes before the first read do not count
            boolean changed = peekedVersion >= 0;
            peekedVersion = turn.getLong("v");
            return changed && !me.equals(turn.getString("last"));
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public void end() {
        try {
            turns.updateOne(and(eq("_id", ID), eq("holder", me)), combine(set("holder", NO_HOLDER), inc("v", 1L)));
        } catch (MongoException e) {
            // the next one takes over after a while
        }
    }
}
