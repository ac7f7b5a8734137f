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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.evaluation.sample.Frameworks;
import org.dutyledger.events.Topics;
import org.dutyledger.scoring.TestLedger;
import org.dutyledger.scoring.progress.ProgressHub;
import org.dutyledger.scoring.view.KnownFrameworks;
import org.dutyledger.scoring.view.ScoringStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the topic delivers becomes the ledger's order or an error, never something else. */
class SequenceIT {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final TestLedger ledger =
            new TestLedger(Frameworks.training()).open("c").submitAll("c");
    private final List<String> asked = new ArrayList<>();
    private MongoClient client;
    private ScoringStores stores;
    private Projection projection;
    private Sequence sequence;
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
        sequence = new Sequence(projection, (from, limit) -> {
            asked.add(from + "+" + limit);
            return ledger.read(from, limit);
        });
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void duplicatesInAnyPlace_areDropped() {
        sequence.accept(records(0, 1, 0, 1, 2, 3, 3, 2, 4));
        sequence.accept(records(3, 4, 5));
        assertThat(projection.applied()).isEqualTo(5);
        assertThat(asked).isEmpty();
    }

    @Test
    void gaps_areHealedFromTheLedger() {
        sequence.accept(records(0, 3, 4, 7, 5));
        assertThat(asked).containsExactly("1+2", "5+2");
        assertThat(projection.applied()).isEqualTo(7);
        assertThat(published).isEqualTo(7);
        assertThat(stores.current().applied()).isEqualTo(7);
    }

    @Test
    void aGapThatCannotBeHealed_isNotJumpedOver() {
        ConsumerRecord<byte[], byte[]> far = record(ledger.size() + 5, ledger.bytes(0));
        assertThatThrownBy(() -> sequence.accept(List.of(far)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks position " + ledger.size());
        assertThat(projection.applied()).isEqualTo(ledger.size() - 1);
    }

    @Test
    void whatCannotBeUnderstood_stops() {
        byte[] unknown = new String(ledger.bytes(0), StandardCharsets.UTF_8)
                .replace("cycle.opened.v2", "cycle.opened.v9")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] poison :
                List.of(unknown, "{".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> sequence.accept(List.of(record(0, poison))))
                    .isInstanceOf(ProjectionStoppedException.class)
                    .hasMessageContaining("event at 0");
        }
        assertThatThrownBy(() -> sequence.accept(
                        List.of(new ConsumerRecord<>(Topics.EVIDENCE, 0, 9, new byte[0], ledger.bytes(0)))))
                .isInstanceOf(ProjectionStoppedException.class)
                .hasMessageContaining("offset 9 has no position");
        assertThat(projection.applied()).isEqualTo(-1);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(long... positions) {
        return LongStream.of(positions)
                .mapToObj(p -> record(p, ledger.bytes(p)))
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> record(long position, byte[] value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(Topics.EVIDENCE, 0, position, new byte[0], value);
        record.headers()
                .add(Topics.HEADER_POSITION, Long.toString(position).getBytes(StandardCharsets.UTF_8))
                .add(Topics.HEADER_COMMIT_HASH, "ab".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
