package org.dutyledger.submission.intake;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.dutyledger.events.EventMeta;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerException;
import org.dutyledger.ledger.LedgerReader;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.axon.LedgerUnavailableException;
import org.dutyledger.ledger.axon.RepeatedRequestException;
import org.dutyledger.ledger.axon.TimeOrderedIds;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.cycle.CycleCommand;
import org.dutyledger.submission.intake.request.Request;
import org.dutyledger.submission.intake.request.Request.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The one intake behind every endpoint. Stamps id and server time, answers a repeated idempotency key with the first
 * receipt, lets the aggregates decide, and returns the outcome. Blocks; call it where blocking is allowed.
 */
public final class SubmissionIntake {
    private static final int ATTEMPTS = 10;

    private final LedgerReader ledger;
    private final CommandSender sender;
    private final Request.Situation situation;
    private final TimeOrderedIds ids;
    private final Clock clock;

    public SubmissionIntake(
            LedgerReader ledger, CommandSender sender, Request.Situation situation, TimeOrderedIds ids, Clock clock) {
        this.ledger = ledger;
        this.sender = sender;
        this.situation = situation;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Accepts or refuses a request. Nothing of a refused request is stored.
     *
     * @throws Problem every refusal, and 503 when the ledger does not take it now
     */
    public SubmissionAnswer accept(Request request, Origin origin) {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Taken taken = new Taken(
                    request, origin.requestId(request), origin.formerRequestId(request), Digest.of(request), now);
            // under its own id the insert itself finds a repetition, so that a new request costs no read
            Optional<SubmissionAnswer> former = taken.formerRequestId() == null ? Optional.empty() : first(taken);
            return former.isPresent() ? former.get() : decide(taken, origin);
        } catch (LedgerUnavailableException e) {
            throw e.outcomeUnknown() ? RefusalProblems.outcomeUnknown() : RefusalProblems.unavailable();
        } catch (LedgerException | MongoException e) {
            throw RefusalProblems.unavailable();
        }
    }

    private SubmissionAnswer decide(Taken taken, Origin origin) {
        Stamp stamp = new Stamp(ids.next().toString(), taken.now());
        DutyCommand command;
        try {
            command = taken.request().command(stamp, situation);
        } catch (Problem problem) {
            // what can no longer be requested is still answered where it was stored before
            return first(taken).orElseThrow(() -> problem);
        }
        Map<String, String> meta = meta(taken, origin);
        boolean uncached = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                CommandSender.Outcome outcome = sender.send(command, meta, uncached);
                if (outcome.receipt().isPresent()) {
                    return answer(taken, command, outcome);
                }
                // nothing was stored: the same request may have been before, then this is a repetition
                Optional<SubmissionAnswer> first = first(taken);
                if (first.isPresent()) {
                    return first.get();
                }
                if (outcome.decision() instanceof Decision.Accepted) {
                    return answer(taken, command, outcome);
                }
                List<Refusal> refusals = ((Decision.Refused) outcome.decision()).refusals();
                if (uncached || !RefusalProblems.dependOnState(refusals)) {
                    throw RefusalProblems.of(refusals);
                }
                // another instance may have changed the state since: decide again without the cache before refusing
                uncached = true;
            } catch (ConcurrencyException lost) {
                // another instance was first: decide again on what is true now, unless it was this very request
                Optional<SubmissionAnswer> first = first(taken);
                if (first.isPresent()) {
                    return first.get();
                }
            } catch (AggregateStreamCreationException exists) {
                return first(taken).orElseThrow(() -> RefusalProblems.cycleExists(command.cycle()));
            } catch (RepeatedRequestException repeated) {
                return first(taken).orElseThrow(() -> repeated);
            } catch (AggregateNotFoundException missing) {
                throw RefusalProblems.cycleUnknown(command.cycle());
            }
        }
        throw RefusalProblems.contended();
    }

    private SubmissionAnswer answer(Taken taken, DutyCommand command, CommandSender.Outcome outcome) {
        Decision.Accepted accepted = (Decision.Accepted) outcome.decision();
        if (command.dryRun()) {
            return SubmissionAnswer.dryRun(command.cycle(), accepted.events());
        }
        if (accepted.events().isEmpty()) {
            return SubmissionAnswer.unchanged(command.cycle());
        }
        if (command instanceof CycleCommand) {
            changed(command.cycle());
        }
        Receipt stored = outcome.receipt()
                .orElseThrow(() -> new IllegalStateException("events were accepted but no receipt came back"));
        return SubmissionAnswer.stored(command.cycle(), accepted.events(), taken.now(), stored);
    }

    /** The caller of a command that changed a cycle reads its own writes. */
    private void changed(String cycle) {
        try {
            situation.cycles().refresh(cycle);
        } catch (LedgerException e) {
            // the change is stored and must not be reported as a failure; the directory catches up by itself within two
            // seconds
        }
    }

    /** The first receipt under the request's key, if there is one. */
    private Optional<SubmissionAnswer> first(Taken taken) {
        if (taken.requestId() == null || taken.request().dryRun()) {
            return Optional.empty();
        }
        Optional<StoredCommit> first =
                ledger.findRequest(taken.requestId()).or(() -> formerly(taken.formerRequestId()));
        first.ifPresent(commit -> {
            if (!taken.digest().equals(opening(commit).meta().get(EventMeta.DIGEST))) {
                throw RefusalProblems.keyReused();
            }
        });
        return first.map(SubmissionAnswer::repeated);
    }

    /**
     * The commit that an earlier version stored under a subject's key, but not one of an organisation of the same name.
     */
    private Optional<StoredCommit> formerly(@Nullable String requestId) {
        return Optional.ofNullable(requestId)
                .flatMap(ledger::findRequest)
                .filter(commit -> !(opening(commit).event() instanceof ItemEvent item)
                        || item instanceof ItemReturned
                        || item instanceof ItemAccepted);
    }

    private static RecordedEvent opening(StoredCommit commit) {
        return RecordedEvent.decode(
                commit.position(), null, commit.events().get(0).data());
    }

    private static Map<String, String> meta(Taken taken, Origin origin) {
        Map<String, String> meta = new HashMap<>();
        meta.put(EventMeta.ACTOR, origin.actor());
        meta.put(EventMeta.DOOR, origin.door());
        meta.put(EventMeta.DIGEST, taken.digest());
        meta.put(RECORDED_AT, taken.now().toString());
        if (taken.requestId() != null) {
            meta.put(EventMeta.REQUEST, taken.requestId());
        }
        return meta;
    }

    /** Key of the command's metadata under which the stamped time travels to {@link EventStamp}. */
    static final String RECORDED_AT = "recordedAt";

    private record Taken(
            Request request,
            @Nullable String requestId,
            @Nullable String formerRequestId,
            String digest,
            Instant now) {}
}
