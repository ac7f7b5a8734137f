package org.dutyledger.ledger.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.dutyledger.ledger.topic.PublishException;
import org.jspecify.annotations.Nullable;

/** The id of a Kafka cluster, asked for until it was answered once. */
public final class KafkaCluster implements Supplier<String> {
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Map<String, Object> client;
    private volatile @Nullable String id;

    /** @param client client properties, at least the bootstrap servers */
    public KafkaCluster(Map<String, Object> client) {
        this.client = Map.copyOf(client);
    }

    /**
     * The id.
     *
     * @throws PublishException when Kafka does not answer within five seconds
     */
    @Override
    public String get() {
        String known = id;
        if (known == null) {
            known = asked();
            id = known;
        }
        return known;
    }

    private String asked() {
        Admin admin = Admin.create(client);
        try {
            return admin.describeCluster().clusterId().get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException("interrupted while Kafka was asked for its cluster id", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new PublishException("Kafka does not answer", e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
