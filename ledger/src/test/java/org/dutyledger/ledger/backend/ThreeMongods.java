package org.dutyledger.ledger.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** A replica set of three real mongods that elect soon. */
public final class ThreeMongods implements AutoCloseable {
    private static final String NAME = "three";
    private static final int PRIMARY = 1;
    private static final int SECONDARY = 2;

    private final List<MongodNode> nodes = new ArrayList<>();

    private ThreeMongods() {}

    /** Skips the test when there is no mongod, unless backends are required: then it fails. */
    public static ThreeMongods start() {
        ThreeMongods set = new ThreeMongods();
        try {
            for (int i = 0; i < 3; i++) {
                set.nodes.add(MongodNode.start("--replSet=" + NAME));
            }
            List<Document> members = IntStream.range(0, 3)
                    .mapToObj(i -> new Document("_id", i)
                            .append("host", set.nodes.get(i).host()))
                    .toList();
            set.nodes
                    .get(0)
                    .initiate(new Document("_id", NAME)
                            .append("members", members)
                            .append(
                                    "settings",
                                    new Document("electionTimeoutMillis", 2_000)
                                            .append("heartbeatIntervalMillis", 500)));
            set.awaitWhole();
            return set;
        } catch (RuntimeException | Error e) {
            set.close(); // no other thread knows it yet
            throw e;
        }
    }

    public String uri() {
        String hosts = nodes.stream().map(MongodNode::host).collect(Collectors.joining(","));
        return "mongodb://" + hosts + "/?replicaSet=" + NAME;
    }

    /** Waits until one is primary and the others follow it; returns the primary. */
    public MongodNode awaitWhole() {
        return MongodNode.await().until(this::primaryOfWhole, primary -> primary != null);
    }

    /** Makes the primary give up its office. */
    public void stepDown(MongodNode primary) {
        primary.admin(new Document("replSetStepDown", 5)
                .append("secondaryCatchUpPeriodSecs", 2)
                .append("force", true));
    }

    private MongodNode primaryOfWhole() {
        MongodNode primary = null;
        for (MongodNode node : nodes) {
            int state = node.admin(new Document("replSetGetStatus", 1)).getInteger("myState");
            if (state == PRIMARY && primary == null) {
                primary = node;
            } else if (state != SECONDARY) {
                return null;
            }
        }
        return primary;
    }

    @Override
    public void close() {
        nodes.forEach(MongodNode::close);
    }
}
