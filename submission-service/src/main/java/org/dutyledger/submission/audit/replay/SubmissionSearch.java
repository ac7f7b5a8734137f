package org.dutyledger.submission.audit.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.Streams;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.submission.view.CycleView;
import org.springframework.stereotype.Component;

/**
 * Finds a submission or review by its id. The id is generated at the commit's time stamp, so it gives the approximate
 * place in the ledger; if the commit is elsewhere (a server's clock was set), the cycle's streams are read.
 */
@Component
final class SubmissionSearch {
    /** How much the clocks of two instances may differ, and how long a commit may wait before it is stored. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int PAGE = 200;
    /** Where more than this was stored within the skew, reading the cycle's streams costs no more. */
    private static final int MOST = 20_000;

    private final StreamReads reads;

    SubmissionSearch(StreamReads reads) {
        this.reads = reads;
    }

    /** All events of the submission, in order; empty when the cycle has none of that id. */
    List<RecordedEvent> find(CycleView cycle, String submission) {
        Optional<Instant> minted = minted(submission);
        List<RecordedEvent> found =
                minted.map(at -> around(at, cycle, submission)).orElse(List.of());
        return found.isEmpty() && minted.isPresent() ? inStreams(cycle, submission) : found;
    }

    private List<RecordedEvent> around(Instant minted, CycleView cycle, String submission) {
        long next = firstSince(minted.minus(SKEW));
        for (int seen = 0; seen < MOST; seen += PAGE) {
            List<StoredCommit> page = reads.commits(next, PAGE);
            for (StoredCommit commit : page) {
                List<RecordedEvent> events = of(commit, cycle, submission);
                if (!events.isEmpty()) {
                    return events; // atomic: all of it is in one commit
                }
                if (commit.recordedAt().isAfter(minted.plus(SKEW))) {
                    return List.of();
                }
                next = commit.nextPosition();
            }
            if (page.isEmpty()) {
                break;
            }
        }
        return List.of();
    }

    private static List<RecordedEvent> of(StoredCommit commit, CycleView cycle, String submission) {
        return commit.events().stream()
                .filter(stored -> stored.stream().startsWith(Streams.evidence(cycle.cycle(), "")))
                .map(StreamReads::decode)
                .filter(event -> isOf(submission, event))
                .toList();
    }

    /** The first place whose commit is not earlier than an instant, as far as times rise with places. */
    private long firstSince(Instant instant) {
        long low = 0;
        long high = reads.ledgerSize();
        while (low < high) {
            long middle = (low + high) >>> 1;
            List<StoredCommit> one = reads.commits(middle, 1);
            if (!one.isEmpty() && one.get(0).recordedAt().isBefore(instant)) {
                low = one.get(0).nextPosition();
            } else {
                high = one.isEmpty() ? middle : Math.min(middle, one.get(0).position());
            }
        }
        return low;
    }

    private List<RecordedEvent> inStreams(CycleView cycle, String submission) {
        for (EvidenceHolder holder : cycle.catalogue().framework().holders()) {
            String stream = Streams.evidence(cycle.cycle(), holder.id());
            for (RecordedEvent first : reads.from(stream, 0, 1, event -> isOf(submission, event))) {
                return reads.commits(first.position(), 1).stream()
                        .flatMap(commit -> of(commit, cycle, submission).stream())
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean isOf(String submission, RecordedEvent event) {
        return event.event() instanceof ItemEvent item && item.submission().equals(submission);
    }

    /**
     * The time inside a UUID of version 7, to the millisecond; empty for anything else, which the intake never
     * generates.
     */
    private static Optional<Instant> minted(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.version() == 7
                    ? Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16))
                    : Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
