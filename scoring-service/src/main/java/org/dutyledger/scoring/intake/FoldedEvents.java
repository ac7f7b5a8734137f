package org.dutyledger.scoring.intake;

import java.util.List;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.events.UnknownEventTypeException;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFollower;

/** Reads the ledger's events and gives them to the projection. */
final class FoldedEvents implements LedgerFollower.Sink {
    private final Projection projection;

    FoldedEvents(Projection projection) {
        this.projection = projection;
    }

    /** @throws ProjectionStoppedException when this version cannot read one of them */
    @Override
    public void apply(List<ChainedEvent> events, String head) {
        projection.apply(events.stream().map(FoldedEvents::decode).toList(), head);
    }

    private static RecordedEvent decode(ChainedEvent event) {
        try {
            return RecordedEvent.decode(event.position(), event.commitHash(), event.data());
        } catch (UnknownEventTypeException | MalformedEventException e) {
            throw new ProjectionStoppedException("event at " + event.position() + ": " + e.getMessage());
        }
    }
}
