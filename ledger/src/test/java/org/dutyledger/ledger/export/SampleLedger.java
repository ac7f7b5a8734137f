package org.dutyledger.ledger.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.MerkleTree;

/** A sound ledger of commits of one event each, whose bytes agree with the members beside them. */
public final class SampleLedger {
    private static final Instant NOON = Instant.parse("2022-03-01T12:00:00.123Z");

    private SampleLedger() {}

    public static List<StoredCommit> commits(int count) {
        return commits(count, "18.87");
    }

    public static List<StoredCommit> commits(int count, String value) {
        List<StoredCommit> commits = new ArrayList<>();
        byte[] head = CommitHash.genesis();
        for (int i = 0; i < count; i++) {
            NewCommit commit = commit(i, value);
            NewEvent e = commit.events().get(0);
            byte[] hash = CommitHash.commit(head, i, commit.id(), CommitHash.leaves(List.of(e.data())));
            commits.add(new StoredCommit(
                    i,
                    commit.id(),
                    commit.requestId(),
                    commit.recordedAt(),
                    head,
                    hash,
                    List.of(new StoredEvent(i, e.stream(), e.sequence(), e.type(), e.id(), e.data()))));
            head = hash;
        }
        return commits;
    }

    /** The commit number {@code i}: the next event of one of three streams. */
    public static NewCommit commit(int i, String value) {
        UUID id = new UUID(7, i);
        String stream = "evidence/c/" + i % 3;
        String data = "{\"aggregate\":\"" + stream + "\",\"commit\":\"" + id + "\",\"id\":\"i" + i
                + "\",\"meta\":{\"request\":\"o:" + i + "\"},\"payload\":{\"value\":\"" + value + "\"},\"seq\":\""
                + i / 3 + "\",\"ts\":\"" + NOON + "\",\"type\":\"t\"}";
        return new NewCommit(
                id, "o:" + i, NOON, List.of(new NewEvent(stream, i / 3, "t", "i" + i, data.getBytes(UTF_8))));
    }

    public static MerkleTree tree(List<StoredCommit> commits) {
        MerkleTree tree = new MerkleTree();
        commits.forEach(c -> c.events().forEach(e -> tree.add(CommitHash.leaf(e.data()))));
        return tree;
    }

    /** A ledger that can only be read, and shows these commits as a store with a hole would: page by page up to it. */
    public static Ledger showing(List<StoredCommit> commits) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("read")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    long next = (Long) arguments[0];
                    List<StoredCommit> page = new ArrayList<>();
                    for (StoredCommit commit : commits) {
                        if (commit.position() == next && page.size() < (Integer) arguments[1]) {
                            page.add(commit);
                            next = commit.nextPosition();
                        }
                    }
                    return page;
                });
    }
}
