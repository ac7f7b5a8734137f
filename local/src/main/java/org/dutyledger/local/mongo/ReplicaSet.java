package org.dutyledger.local.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.dutyledger.local.machine.BackendException;

/** Makes a single mongod a replica set of one, which majority reads and journaled majority writes need. */
final class ReplicaSet {
    static final String NAME = "rs0";
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int INVALID_CONFIG = 93;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private ReplicaSet() {}

    /** Sees to it that the mongod on this port is the primary of a set whose only member it is. */
    static void ensurePrimary(int port) {
        String host = "127.0.0.1:" + port;
        try (MongoClient client = open("mongodb://" + host + "/?directConnection=true")) {
            MongoDatabase admin = client.getDatabase("admin");
            Instant end = Instant.now().plus(TIMEOUT);
            while (!isPrimary(admin, host)) {
                if (Instant.now().isAfter(end)) {
                    throw new BackendException("mongod on " + host + " does not become primary", null);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    /** Version of the server behind a connection string, as the server reports it. */
    static String version(String uri) {
        try (MongoClient client = open(uri)) {
            return client.getDatabase("admin")
                    .runCommand(new Document("buildInfo", 1))
                    .getString("version");
        } catch (MongoException e) {
            throw new BackendException("no MongoDB answers at the given address: " + e.getMessage(), e);
        }
    }

    /** Whether a replica set or a router answers, not a standalone server. */
    static boolean replicated(String uri) {
        try (MongoClient client = open(uri)) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg"));
        } catch (MongoException e) {
            throw new BackendException("no MongoDB answers at the given address: " + e.getMessage(), e);
        }
    }

    private static boolean isPrimary(MongoDatabase admin, String host) {
        try {
            Document status = admin.runCommand(new Document("replSetGetStatus", 1));
            if (status.getInteger("myState") == 1) {
                return true;
            }
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == NOT_YET_INITIALIZED) {
                admin.runCommand(new Document("replSetInitiate", config(host)));
            } else if (e.getErrorCode() == INVALID_CONFIG) {
                // the data directory was used under another port before
                admin.runCommand(new Document("replSetReconfig", config(host)).append("force", true));
            } else {
                throw e;
            }
        } catch (MongoException e) {
            return false; // not up yet, or between two states
        }
        return false;
    }

    private static Document config(String host) {
        return new Document("_id", NAME)
                .append("version", 1)
                .append("members", List.of(new Document("_id", 0).append("host", host)));
    }

    private static MongoClient open(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(c -> c.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .build());
    }
}
