package org.dutyledger.ledger.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.check.Operation.Outcome;
import org.dutyledger.ledger.check.Violation.Kind;
import org.dutyledger.ledger.export.Exported;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.MerkleTree;
import org.dutyledger.proof.verify.ChainVerifier;

/**
 * Compares the stored log with the clients' history: contiguous and chained, each receipt true, each refusal final,
 * nothing twice, nothing unasked for, and in real-time order. Since every receipt names its position no search is
 * needed: the time taken is that of one sort. For one log: {@link #accept} every commit in order, then ask for
 * violations.
 */
public final class HistoryCheck {
    private static final int PAGE = 500;

    private final ChainVerifier chain = new ChainVerifier();
    private final MerkleTree tree = new MerkleTree();
    private final Map<String, Stored> byRequest = new HashMap<>();
    private final Set<UUID> commits = new HashSet<>();
    private final Set<String> events = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    private record Stored(long first, long last, String hash) {}

    /** Reads a ledger to its end; clients may continue meanwhile, if the time of the start is kept. */
    public static HistoryCheck of(Ledger ledger) {
        HistoryCheck check = new HistoryCheck();
        for (List<StoredCommit> page = ledger.read(0, PAGE); !page.isEmpty(); page = ledger.read(check.size(), PAGE)) {
            page.forEach(check::accept);
        }
        return check;
    }

    /** Takes the next commit of the log. */
    public void accept(StoredCommit commit) {
        chain.accept(Exported.of(commit));
        String request = commit.requestId() == null ? commit.id().toString() : commit.requestId();
        String hash = HexFormat.of().formatHex(commit.hash());
        Stored stored = new Stored(commit.position(), commit.nextPosition() - 1, hash);
        if (byRequest.putIfAbsent(request, stored) != null || !commits.add(commit.id())) {
            add(Kind.STORED_TWICE, request + " stands at " + byRequest.get(request) + " and at " + stored);
        }
        for (StoredEvent event : commit.events()) {
            tree.add(CommitHash.leaf(event.data()));
            if (!events.add(event.id())) {
                add(Kind.STORED_TWICE, "event " + event.id() + " at " + event.position());
            }
        }
    }

    /** Requires that the log continues one that had this root. */
    public HistoryCheck continues(long size, byte[] root) {
        if (size > tree.size()) {
            add(Kind.ROOT, "a checkpoint covers " + size + " events, the log has " + tree.size());
        } else if (!Arrays.equals(root, tree.root(size))) {
            add(Kind.ROOT, "the first " + size + " events have another root than their checkpoint");
        }
        return this;
    }

    /** Root over all that was accepted, to be asked for again by {@link #continues} when the log has grown. */
    public byte[] root() {
        return tree.root(tree.size());
    }

    /** Events accepted. */
    public long size() {
        return tree.size();
    }

    /**
     * Everything that is wrong; of the chain the first break only.
     *
     * @param operations all that clients asked for before the log was read
     */
    public List<Violation> violations(List<Operation> operations) {
        Map<String, List<Operation>> history = new HashMap<>();
        operations.forEach(operation -> history.computeIfAbsent(operation.request(), r -> new ArrayList<>(1))
                .add(operation));
        List<Violation> all = new ArrayList<>(found);
        chain.firstBreak().ifPresent(b -> all.add(new Violation(Kind.CHAIN, b.toString())));
        byRequest.forEach((request, stored) -> {
            if (!history.containsKey(request)) {
                all.add(new Violation(Kind.STRANGER, "nobody asked for " + request + " at " + stored.first()));
            }
        });
        Map<Long, String> places = new HashMap<>();
        history.forEach((request, attempts) -> receipts(request, attempts, places, all));
        history.forEach((request, attempts) -> refusals(request, attempts, all));
        order(history, all);
        return all;
    }

    private void receipts(String request, List<Operation> attempts, Map<Long, String> places, List<Violation> all) {
        Stored stored = byRequest.get(request);
        Outcome.Acknowledged first = null;
        for (Operation attempt : attempts) {
            if (!(attempt.outcome() instanceof Outcome.Acknowledged acknowledged)) {
                continue;
            }
            if (first != null && !first.equals(acknowledged)) {
                all.add(new Violation(Kind.DOUBLE_RECEIPT, request + ": " + first + " and " + acknowledged));
            }
            first = acknowledged;
            String other = places.putIfAbsent(acknowledged.first(), request);
            if (other != null && !other.equals(request)) {
                all.add(new Violation(Kind.DOUBLE_RECEIPT, request + " and " + other + ": " + acknowledged));
            }
            if (stored == null) {
                all.add(new Violation(Kind.LOST, request + ": " + acknowledged));
            } else if (!stored.equals(new Stored(acknowledged.first(), acknowledged.last(), acknowledged.hash()))) {
                all.add(new Violation(Kind.MISPLACED, request + ": " + acknowledged + " is " + stored));
            }
        }
    }

    private void refusals(String request, List<Operation> attempts, List<Violation> all) {
        boolean everyOne = attempts.stream().allMatch(attempt -> attempt.outcome() instanceof Outcome.Refused);
        if (everyOne && byRequest.containsKey(request)) {
            all.add(new Violation(Kind.REFUSED_YET_STORED, request + ": " + attempts));
        }
        attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Outcome.Refused && commits.contains(attempt.commit()))
                .forEach(attempt -> all.add(new Violation(Kind.REFUSED_YET_STORED, attempt.toString())));
    }

    /** One sweep by position: a request that began after a receipt was given must not have a lower position. */
    private void order(Map<String, List<Operation>> history, List<Violation> all) {
        List<Span> spans = new ArrayList<>();
        byRequest.forEach((request, stored) -> {
            List<Operation> attempts = history.getOrDefault(request, List.of());
            // an attempt that was refused is not the one that is stored
            long begun = attempts.stream()
                    .filter(attempt -> !(attempt.outcome() instanceof Outcome.Refused))
                    .mapToLong(Operation::begun)
                    .min()
                    .orElse(Long.MIN_VALUE);
            long acknowledged = attempts.stream()
                    .filter(attempt -> attempt.outcome() instanceof Outcome.Acknowledged)
                    .mapToLong(Operation::ended)
                    .min()
                    .orElse(Long.MAX_VALUE);
            spans.add(new Span(request, stored.first(), begun, acknowledged));
        });
        spans.sort((a, b) -> Long.compare(a.position, b.position));
        Span latest = new Span("", -1, Long.MIN_VALUE, Long.MAX_VALUE);
        for (Span span : spans) {
            if (span.acknowledged < latest.begun) {
                all.add(new Violation(Kind.ORDER, span + " was told before " + latest + " was begun"));
            }
            latest = span.begun > latest.begun ? span : latest;
        }
    }

    /** The history of a stored request. */
    private record Span(String request, long position, long begun, long acknowledged) {}

    private void add(Kind kind, String detail) {
        found.add(new Violation(kind, detail));
    }
}
