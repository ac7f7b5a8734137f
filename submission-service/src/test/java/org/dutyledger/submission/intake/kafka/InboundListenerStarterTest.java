package org.dutyledger.submission.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.dutyledger.events.Topics;
import org.junit.jupiter.api.Test;

class InboundListenerStarterTest {

    @Test
    void theListener_startsOnceTheTopicsExist() {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        InboundListenerStarter opener = new InboundListenerStarter(
                () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("Kafka is away");
                    }
                    return attempts.get() >= 3;
                },
                opened::incrementAndGet);
        opener.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> opened.get() == 1);
        assertThat(attempts).hasValue(3);
        assertThat(opener.isRunning()).isTrue();
        opener.stop();
        assertThat(opener.isRunning()).isFalse();
    }

    @Test
    void theLedgersTopic_hasOnePartitionAndNeverExpires() {
        assertThat(OwnTopics.with(3)).isNotNull();
        NewTopic evidence = OwnTopics.evidence(3);
        assertThat(evidence.name()).isEqualTo(Topics.EVIDENCE);
        assertThat(evidence.numPartitions()).isEqualTo(1);
        assertThat(evidence.replicationFactor()).isEqualTo((short) 3);
        assertThat(evidence.configs()).containsEntry("retention.ms", "-1").containsEntry("min.insync.replicas", "2");
        assertThat(OwnTopics.evidence(1).configs()).doesNotContainKey("min.insync.replicas");
    }
}
