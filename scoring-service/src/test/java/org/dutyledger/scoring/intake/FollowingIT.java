package org.dutyledger.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFollower;
import org.dutyledger.follow.Misfits;
import org.dutyledger.follow.Received;
import org.dutyledger.scoring.TestLedger;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStore;
import org.dutyledger.scoring.view.ScoringStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the topic delivers becomes the ledger's order or an error, never something else. */
class FollowingIT {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final TestLedger ledger =
            new TestLedger(Frameworks.training()).open("c").submitAll("c");
    private final List<String> asked = new ArrayList<>();
    private MongoClient client;
    private ScoringStores stores;
    private Projection projection;
    private LedgerFollower follower;
    private long published;

    @BeforeEach
    void start() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        stores = new ScoringStores(client.getDatabase("scoring"));
        projection = new Projection(
                stores::refreshed,
                new KnownFrameworks(List.of(Frameworks.training())),
                (evaluations, applied) -> published = applied,
                new ProgressHub());
        projection.restart();
        follower = new LedgerFollower(
                (from, limit) -> {
                    asked.add(from + "+" + limit);
                    return ledger.chained(from, limit);
                },
                new FoldedEvents(projection),
                new Misfits(),
                System::nanoTime);
        follower.resume(projection.applied() + 1, projection.head());
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void duplicatesInAnyPlace_areDropped() {
        follower.accept(records(0, 1, 0, 1, 2, 3, 3, 2, 4));
        follower.accept(records(3, 4, 5));
        assertThat(projection.applied()).isEqualTo(5);
        // only whether the last commit of each batch is the ledger's
        assertThat(asked).containsExactly("4+1", "5+1");
    }

    @Test
    void gaps_areBackfilledFromTheLedger() {
        follower.accept(records(0, 3, 4, 7, 5));
        assertThat(asked).containsExactly("0+1", "1+2", "4+1", "5+2", "7+1");
        assertThat(projection.applied()).isEqualTo(7);
        assertThat(published).isEqualTo(7);
        assertThat(stores.current().place())
                .isEqualTo(new ScoringStore.Place(7, ledger.chained(7, 1).get(0).commitHash()));
    }

    @Test
    void aPositionThatTheLedgerDoesNotHold_isNotTrusted() {
        ChainedEvent first = ledger.chained(0, 1).get(0);
        ChainedEvent far = new ChainedEvent(
                ledger.size() + 5L, first.previousHash(), first.commitHash(), first.commit(), first.data());
        follower.accept(List.of(record(far)));
        assertThat(projection.applied()).isEqualTo(ledger.size() - 1);
    }

    @Test
    void unknownContent_stops() {
        byte[] unknown = new String(ledger.bytes(0), StandardCharsets.UTF_8)
                .replace("cycle.opened.v2", "cycle.opened.v9")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] poison :
                List.of(unknown, "{".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8))) {
            TestLedger other = new TestLedger(Frameworks.training()).addRaw(poison);
            LedgerFollower following =
                    new LedgerFollower(other::chained, new FoldedEvents(projection), new Misfits(), System::nanoTime);
            assertThatThrownBy(() ->
                            following.accept(List.of(record(other.chained(0, 1).get(0)))))
                    .isInstanceOf(ProjectionStoppedException.class)
                    .hasMessageContaining("event at 0");
        }
        assertThat(projection.applied()).isEqualTo(-1);
    }

    private List<Received> records(long... positions) {
        return LongStream.of(positions)
                .mapToObj(p -> record(ledger.chained(p, 1).get(0)))
                .toList();
    }

    private static Received record(ChainedEvent event) {
        return new Received("evidence/0/" + event.position(), event, "");
    }
}
