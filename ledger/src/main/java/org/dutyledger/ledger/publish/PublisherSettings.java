package org.dutyledger.ledger.publish;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How a publisher works.
 *
 * @param kafka client properties for producer and consumer: at least the bootstrap servers, and security if any; what
 *     the order of records rests on cannot be overridden
 * @param topic a topic of one partition that never expires
 * @param poll longest wait before looking for commits of other instances
 * @param maxBackOff longest wait between two attempts after a failure
 */
public record PublisherSettings(Map<String, Object> kafka, String topic, Duration poll, Duration maxBackOff) {
    public PublisherSettings {
        kafka = Map.copyOf(kafka);
    }

    /** The usual: looks every 75 ms, waits at most 5 s after a failure. */
    public static PublisherSettings of(String bootstrapServers, String topic) {
        return new PublisherSettings(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                topic,
                Duration.ofMillis(75),
                Duration.ofSeconds(5));
    }
}
