package org.dutyledger.submission.intake.request;

import java.time.Instant;
import org.dutyledger.indicators.files.FrameworkRegistry;
import org.dutyledger.submission.audit.proof.ComputedReports;
import org.dutyledger.submission.audit.proof.CycleStreams;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.framework.Catalogue;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.ItemFold;
import org.jspecify.annotations.Nullable;

/**
 * A request as an endpoint read it. It holds only content that the caller determines: the request's digest is over its
 * canonical form.
 */
public interface Request {
    /** The cycle it is about. */
    String cycle();

    /**
     * The word for its kind in digests. It is stored with every receipt: another word would turn a repeated request into a
     * different one under the same key.
     */
    String kind();

    /** The organisation whose idempotency keys count, or null when keys belong to the subject of the token. */
    default @Nullable String organisation() {
        return null;
    }

    /** Whether only the decision is wanted. */
    default boolean dryRun() {
        return false;
    }

    /**
     * The command it becomes.
     *
     * @throws org.dutyledger.kit.Problem when cycle, organisation or framework are not known
     */
    DutyCommand command(Stamp stamp, Situation situation);

    /** Added by the intake to every request: an id (time-ordered) and the server's time. */
    record Stamp(String id, Instant now) {}

    /**
     * What a request is checked against: the cycles, the frameworks, the state of items at a position, the ends of a
     * cycle's streams, and the report that their events give.
     */
    record Situation(
            CycleDirectory cycles,
            FrameworkRegistry<Catalogue> frameworks,
            ItemFold items,
            CycleStreams streams,
            ComputedReports reports) {}
}
