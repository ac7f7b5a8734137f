package org.dutyledger.ledger.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.dutyledger.ledger.StoredCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The collection of the log with the concerns its promises rest on. */
final class LogCollection {
    private static final Logger log = LoggerFactory.getLogger(LogCollection.class);
    private static final String NAME = "log";
    private static final Document RESTORE = new Document("_id", "log");

    private final MongoDatabase database;
    private final MongoDatabase opening;
    private final boolean replicated;

    LogCollection(MongoDatabase database, MongoTimeouts timeouts) {
        MongoDatabase exact = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new CommitCodec()), database.getCodecRegistry()));
        this.database = within(timeouts.operation(), exact);
        this.opening = within(timeouts.opening(), exact);
        this.replicated = isReplicated(opening);
        if (!replicated) {
            refuseStandalone(opening);
            log.warn("The ledger's MongoDB is an embedded stand-in: a commit that was read may still be lost");
        }
    }

    /** Whether reads may rely on indexes for ranges and on majority reads: a replica set or a router. */
    boolean replicated() {
        return replicated;
    }

    MongoCollection<StoredCommit> commits() {
        return as(StoredCommit.class);
    }

    <T> MongoCollection<T> as(Class<T> type) {
        return database.getCollection(NAME, type);
    }

    MongoCollection<Document> turns() {
        return database.getCollection("turns");
    }

    /** Whether a restore was begun here and not finished: what is stored may be a part of it only. */
    boolean isBeingRestored() {
        return restores().find(RESTORE).first() != null;
    }

    void markRestore(boolean underWay) {
        if (underWay) {
            restores().replaceOne(RESTORE, RESTORE, new ReplaceOptions().upsert(true));
        } else {
            restores().deleteOne(RESTORE);
        }
    }

    private MongoCollection<Document> restores() {
        return database.getCollection("restores");
    }

    /** Builds all indexes; before the first write, since a unique index built later may admit duplicates. */
    void prepare() {
        MongoCollection<StoredCommit> commits = opening.getCollection(NAME, StoredCommit.class);
        IndexOptions unique = new IndexOptions().unique(true);
        for (var index : List.of(ascending("e.a", "e.s"), ascending("e.i"))) {
            commits.createIndex(index, unique);
        }
        commits.createIndex(ascending("r"), new IndexOptions().unique(true).sparse(true));
    }

    private static MongoDatabase within(Duration time, MongoDatabase database) {
        return database.withTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isReplicated(MongoDatabase database) {
        try {
            Document hello = database.runCommand(new Document("hello", 1));
            return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg"));
        } catch (MongoCommandException e) {
            return false; // stand-ins for MongoDB do not know the command
        }
    }

    /** Only a mongod lists its storage engines; an embedded stand-in, meant for trial and tests, lists none. */
    private static void refuseStandalone(MongoDatabase database) {
        if (database.runCommand(new Document("buildInfo", 1)).containsKey("storageEngines")) {
            throw new IllegalStateException("the ledger's MongoDB is a standalone server, or its replica set was never"
                    + " initiated: a tail that it showed may be lost in a crash after others built on it. Start it"
                    + " with --replSet and run rs.initiate() once; a set of one node is enough");
        }
    }
}
