package org.dutyledger.submission.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the ledger as it is stored. Bytes are given as they are, never read and written again. */
@RestController
@RequestMapping("/api/v1/ledger")
final class LedgerController {
    private static final int MAX_LIMIT = 5_000;
    private static final int PAGE = 500;
    private final LedgerReader ledger;
    private final BlockingCalls blocking;

    LedgerController(LedgerReader ledger, BlockingCalls blocking) {
        this.ledger = ledger;
        this.blocking = blocking;
    }

    @GetMapping("/events")
    Mono<Feed> events(
            @RequestParam(name = "from", defaultValue = "0") long from,
            @RequestParam(name = "limit", defaultValue = "500") int limit,
            Caller caller) {
        caller.require("auditor", "service");
        requireAllJurisdictions(caller);
        if (from < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new Problem(
                    400, "INVALID_RANGE", "from is a position of at least 0, limit is 1 to " + MAX_LIMIT + " events");
        }
        return blocking.call(() -> feed(from, limit));
    }

    @GetMapping("/size")
    Mono<Size> size(Caller caller) {
        caller.require("auditor", "service", "office", "supervisor");
        return blocking.call(() -> new Size(ledger.size()));
    }

    /** A chain of hashes cannot be shown in part: who may not see every jurisdiction may not see it at all. */
    static void requireAllJurisdictions(Caller caller) {
        if (!caller.hasRole("service") && !caller.sees("*")) {
            throw new Problem(
                    403,
                    "NOT_YOUR_JURISDICTION",
                    "the ledger is shown whole; this needs a token for all jurisdictions");
        }
    }

    private Feed feed(long from, int limit) {
        // the size first: the feed may then end after it, but never seems complete when it is not
        long size = ledger.size();
        List<Entry> entries = new ArrayList<>();
        long next = from;
        while (entries.size() < limit) {
            List<StoredCommit> commits = ledger.read(next, Math.min(PAGE, limit - entries.size()));
            if (commits.isEmpty()) {
                break;
            }
            for (StoredCommit commit : commits) {
                add(entries, commit, from, limit);
                next = commit.nextPosition();
            }
        }
        return new Feed(entries, Math.max(size, lastOf(entries)));
    }

    private static void add(List<Entry> entries, StoredCommit commit, long from, int limit) {
        String hash = HexFormat.of().formatHex(commit.hash());
        String previous = HexFormat.of().formatHex(commit.previousHash());
        String id = commit.id().toString();
        for (StoredEvent event : commit.events()) {
            if (event.position() >= from && entries.size() < limit) {
                entries.add(new Entry(event.position(), previous, hash, id, event.data()));
            }
        }
    }

    private static long lastOf(List<Entry> entries) {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position() + 1;
    }

    /** A part of the ledger and the size of the whole. */
    record Feed(List<Entry> events, long size) {}

    /** One event and the commit that holds it: the hash before, its own hash, its id. {@code data} is Base64 in JSON. */
    record Entry(long position, String previousHash, String commitHash, String commit, byte[] data) {}

    record Size(long size) {}
}
