package org.dutyledger.kit.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Objects;
import org.bson.Document;
import org.dutyledger.kit.Problem;

/**
 * The generations of one projection: collections {@code g1.items}, {@code g2.items} and so on, and one document that
 * names the generation that is read and followed. Switching is one write, so no reader sees parts of both.
 *
 * <p>Safe for several processes: every rebuild gets a new generation, and only one can replace the generation it was
 * compared with.
 */
public final class Generations {
    private static final String CURRENT = "current";
    private static final String LAST = "last";
    private static final String FORM = "form";
    private final MongoDatabase database;
    private final MongoCollection<Document> pointer;
    private final int form;

    /**
     * @param form raised by the code whenever the same events would give other documents: a projection of another form
     *     is abandoned, and an empty one is filled from the beginning
     */
    public Generations(MongoDatabase database, int form) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.pointer = this.database.getCollection("generations");
        this.form = form;
    }

    /** The generation in use; the first one when there is none yet. */
    public int current() {
        Document found = pointer.find(eq("_id", CURRENT)).first();
        if (found == null) {
            pointer.updateOne(
                    eq("_id", CURRENT),
                    combine(setOnInsert(CURRENT, 1), setOnInsert(LAST, 1), setOnInsert(FORM, form)),
                    new UpdateOptions().upsert(true));
            return current();
        }
        int now = found.getInteger(CURRENT);
        if (found.getInteger(FORM) == form) {
            return now;
        }
        // in one write and without dropping anything: another process that starts may be about to use what it was given
        int last = found.getInteger(LAST);
        pointer.updateOne(
                and(eq("_id", CURRENT), eq(CURRENT, now), eq(LAST, last)),
                combine(set(CURRENT, last + 1), set(LAST, last + 1), set(FORM, form)));
        return current();
    }

    /** A collection of a generation, written and read with majority. */
    public MongoCollection<Document> collection(int generation, String name) {
        return database.getCollection(prefix(generation) + name);
    }

    /** A new, empty generation without readers. The remains of all others but the current one are dropped. */
    int begin() {
        Document after = Objects.requireNonNull(pointer.findOneAndUpdate(
                eq("_id", CURRENT), inc(LAST, 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
        String kept = prefix(after.getInteger(CURRENT));
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (name.matches("g[0-9]+\\..*") && !name.startsWith(kept)) {
                database.getCollection(name).drop();
            }
        }
        return after.getInteger(LAST);
    }

    /**
     * Puts a generation in the place of another; the old one stays in the database until the next rebuild. One that
     * another process began since has dropped this one while it was built, so it is not taken.
     *
     * @throws Problem 409 {@code REBUILD_OVERTAKEN} when a third one has taken that place, or was begun
     */
    void replace(int old, int by) {
        if (pointer.updateOne(and(eq("_id", CURRENT), eq(CURRENT, old), eq(LAST, by)), set(CURRENT, by))
                        .getModifiedCount()
                == 0) {
            throw new Problem(
                    409,
                    "REBUILD_OVERTAKEN",
                    "generation " + old + " was replaced meanwhile, or another rebuild was begun; nothing was changed");
        }
    }

    private static String prefix(int generation) {
        return "g" + generation + ".";
    }
}
