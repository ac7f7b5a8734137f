package org.dutyledger.ledger.backend;

import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A real mongod of its own as a replica set of one node. */
public final class RealMongod implements AutoCloseable {
    private final MongodNode node;

    private RealMongod(MongodNode node) {
        this.node = node;
    }

    /** Skips the test when there is no mongod, unless backends are required: then it fails. */
    public static RealMongod start() {
        return initiated(MongodNode.start("--replSet=one"));
    }

    /** Empty when there is no mongod; fails where backends are required. */
    public static Optional<RealMongod> startIfAny() {
        return MongodNode.startIfAny("--replSet=one").map(RealMongod::initiated);
    }

    private static RealMongod initiated(MongodNode node) {
        try {
            Document member = new Document("_id", 0).append("host", node.host());
            node.initiate(new Document("_id", "one").append("members", List.of(member)));
            MongodNode.await().until(() -> node.admin(new Document("hello", 1)).getBoolean("isWritablePrimary"));
            return new RealMongod(node);
        } catch (RuntimeException e) {
            node.close(); // no other thread knows it yet
            throw e;
        }
    }

    /** One that belongs to no replica set; otherwise as {@link #start()}. */
    public static RealMongod standalone() {
        return new RealMongod(MongodNode.start());
    }

    /** For a client of its own. */
    public String uri() {
        return "mongodb://" + node.host() + "/?replicaSet=one";
    }

    /** For a client that asks for no replica set. */
    public String directUri() {
        return "mongodb://" + node.host() + "/";
    }

    /** Its process, to be paused or killed. */
    public MongodNode node() {
        return node;
    }

    @Override
    public void close() {
        node.close();
    }
}
