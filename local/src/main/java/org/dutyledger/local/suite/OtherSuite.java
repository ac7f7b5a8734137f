package org.dutyledger.local.suite;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.function.Consumer;
import org.dutyledger.ledger.publish.MongoLease;
import org.dutyledger.ledger.publish.RivalClusterException;
import org.dutyledger.local.backend.Backends;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.machine.Waiting;

/**
 * Refuses a MongoDB that another suite works on. Each suite has its own Kafka broker, and a ledger is published to one
 * Kafka only: the second suite would accept submissions and never show them.
 */
final class OtherSuite {
    private static final String DATABASE = "ledger";
    private static final Duration LEASE = Duration.ofSeconds(10);

    private OtherSuite() {}

    /**
     * Checks for another suite; after a killed one, until its lease has expired.
     *
     * @throws BackendException when one is alive; the message states what to do
     */
    static void refuse(Backends backends, Consumer<String> waiting) {
        try (MongoClient client = MongoClients.create(backends.mongo().uri());
                Waiting until = Waiting.until(
                        "the end of the lease of a suite that used this MongoDB with another Kafka", LEASE, waiting)) {
            MongoLease.ofPublisher(client.getDatabase(DATABASE), "start", LEASE, () -> backends.kafka()
                            .clusterId())
                    .requireNoRival();
        } catch (RivalClusterException e) {
            throw new BackendException(String.valueOf(e.getMessage()), e);
        }
    }
}
