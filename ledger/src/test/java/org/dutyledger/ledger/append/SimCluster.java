package org.dutyledger.ledger.append;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dutyledger.ledger.store.PlacedCommit;

/** Three nodes with Raft's rules for votes, replication and rollback, over links that fail and recover. */
final class SimCluster {
    private static final int SIZE = 3;

    final List<SimNode> nodes;
    private final SplittableRandom random;
    private final boolean[][] cut = new boolean[SIZE][SIZE];

    SimCluster(SplittableRandom random, ToLongFunction<PlacedCommit> primaryKey) {
        this.random = random;
        this.nodes = Stream.generate(() -> new SimNode(primaryKey)).limit(SIZE).toList();
        elect(0);
    }

    /** Any node that takes itself for the primary, also a former one; else any node. */
    SimNode somePrimary() {
        List<SimNode> primaries = nodes.stream().filter(node -> node.primary).toList();
        return primaries.isEmpty() ? nodes.get(random.nextInt(SIZE)) : primaries.get(random.nextInt(primaries.size()));
    }

    void elect(int candidate) {
        SimNode one = nodes.get(candidate);
        long newTerm = one.term + 1;
        List<SimNode> voters = IntStream.range(0, SIZE)
                .filter(i -> i == candidate || !cut[i][candidate])
                .mapToObj(nodes::get)
                .filter(voter -> voter.term < newTerm && !isAheadOf(voter, one))
                .toList();
        one.stepDown(newTerm);
        if (voters.size() * 2 <= SIZE) {
            // a refusing node returns its term, so that the next attempt can succeed
            for (int i = 0; i < SIZE; i++) {
                one.term = Math.max(one.term, cut[i][candidate] ? 0 : nodes.get(i).term);
            }
            return;
        }
        voters.forEach(voter -> voter.stepDown(newTerm));
        one.primary = true;
        Arrays.fill(one.match, 0);
        one.oplog.add(new SimNode.Entry(newTerm, null));
        one.match[candidate] = one.oplog.size();
    }

    private static boolean isAheadOf(SimNode voter, SimNode candidate) {
        return voter.lastTerm() > candidate.lastTerm()
                || voter.lastTerm() == candidate.lastTerm() && voter.oplog.size() > candidate.oplog.size();
    }

    /** One heartbeat with part of the log from {@code from} to {@code to}. */
    void replicate(int from, int to) {
        SimNode primary = nodes.get(from);
        SimNode other = nodes.get(to);
        if (from == to || cut[from][to] || !primary.primary) {
            return;
        }
        if (other.term > primary.term) {
            primary.stepDown(other.term);
            return;
        }
        if (other.primary || other.term < primary.term) {
            other.stepDown(primary.term);
        }
        int common = 0;
        while (common < Math.min(primary.oplog.size(), other.oplog.size())
                && primary.oplog.get(common) == other.oplog.get(common)) {
            common++;
        }
        if (common < other.committed) {
            throw new IllegalStateException("the simulated replica set itself lost a durable write");
        }
        other.oplog.subList(common, other.oplog.size()).clear();
        int length = common + random.nextInt(primary.oplog.size() - common + 1);
        other.oplog.addAll(primary.oplog.subList(common, length));
        primary.match[to] = length;
        primary.match[from] = primary.oplog.size();
        int[] sorted = primary.match.clone();
        Arrays.sort(sorted);
        int onMajority = sorted[SIZE / 2];
        if (onMajority > 0 && primary.oplog.get(onMajority - 1).term() == primary.term) {
            primary.commitUpTo(onMajority);
        }
        other.commitUpTo(Math.min(primary.committed, length));
    }

    void shuffleLinks() {
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b < a; b++) {
                cut[a][b] = cut[b][a] = random.nextInt(3) == 0;
            }
        }
    }

    /** Cuts a primary off, which still takes itself for the primary, and lets the others elect. */
    void splitBrain() {
        int old = nodes.indexOf(somePrimary());
        for (int other = 0; other < SIZE; other++) {
            cut[old][other] = cut[other][old] = true;
        }
        int next = (old + 1 + random.nextInt(SIZE - 1)) % SIZE;
        int third = SIZE - old - next;
        cut[next][third] = cut[third][next] = false;
        elect(next);
    }

    void restoreLinks() {
        for (boolean[] links : cut) {
            Arrays.fill(links, false);
        }
    }

    /** The one primary with the highest term, or null. */
    SimNode currentPrimary() {
        long highest = nodes.stream().mapToLong(node -> node.term).max().orElseThrow();
        return nodes.stream()
                .filter(node -> node.primary && node.term == highest)
                .findFirst()
                .orElse(null);
    }

    /** The longest durable log. */
    List<PlacedCommit> durable() {
        SimNode most = nodes.stream()
                .max(Comparator.comparingInt(node -> node.committed))
                .orElseThrow();
        return most.view(most.committed);
    }
}
