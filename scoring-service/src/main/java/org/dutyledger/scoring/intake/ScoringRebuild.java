package org.dutyledger.scoring.intake;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.follow.Misfits;
import org.dutyledger.kit.projection.Rebuildable;
import org.dutyledger.scoring.intake.publish.EvaluationPublisher;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStore;
import org.dutyledger.scoring.view.ScoringStores;

/** Rebuilds scoring's documents from the ledger itself, not from what Kafka still holds. */
final class ScoringRebuild implements Rebuildable {
    private final ScoringStores stores;
    private final KnownFrameworks frameworks;
    private final EvaluationPublisher publisher;
    private final LedgerFeed feed;
    private final IntakeLoop loop;

    ScoringRebuild(
            ScoringStores stores,
            KnownFrameworks frameworks,
            EvaluationPublisher publisher,
            LedgerFeed feed,
            IntakeLoop loop) {
        this.stores = stores;
        this.frameworks = frameworks;
        this.publisher = publisher;
        this.feed = feed;
        this.loop = loop;
    }

    @Override
    public String name() {
        return "scoring";
    }

    @Override
    public List<String> collections() {
        return ScoringStores.collections();
    }

    @Override
    public long applied() {
        return stores.refreshed().place().applied();
    }

    @Override
    public Candidate candidate(int generation) {
        return new Built(stores.of(generation));
    }

    @Override
    public void pause() {
        loop.stop();
    }

    @Override
    public void resume() {
        loop.start();
    }

    private final class Built implements Candidate {
        private final ScoringStore documents;
        private final Projection projection;
        private final FoldedEvents sink;

        Built(ScoringStore documents) {
            this.documents = documents;
            // not announced before it is in use
            this.projection =
                    new Projection(() -> documents, frameworks, (evaluations, applied) -> {}, new ProgressHub());
            projection.restart();
            this.sink = new FoldedEvents(projection);
        }

        @Override
        public void replayTo(long position, LongConsumer progress) {
            LedgerFollower follower = new LedgerFollower(
                    feed,
                    (events, head) -> {
                        sink.apply(events, head);
                        progress.accept(projection.applied());
                    },
                    new Misfits(),
                    System::nanoTime);
            follower.resume(projection.applied() + 1, projection.head());
            follower.readFromLedger(position + 1);
            if (projection.applied() < position) {
                throw new IllegalStateException("the ledger does not give position " + (projection.applied() + 1));
            }
        }

        @Override
        public void announce() {
            Map<String, IndicatorEvaluated> before = stores.current().allEvaluations();
            List<IndicatorEvaluated> changed = documents.allEvaluations().entrySet().stream()
                    .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!changed.isEmpty()) {
                publisher.publish(changed, projection.applied());
            }
            documents.topic(stores.current().topic());
        }
    }
}
