package org.dutyledger.submission.intake.kafka;

import java.util.Set;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The Kafka endpoint, put together. Serializers, acknowledgement and offsets are set in {@code submission-service.yml}. */
@Configuration(proxyBeanMethods = false)
class InboundConfiguration {
    private static final long FIRST_WAIT = 250;
    private static final long LONGEST_WAIT = 10_000;

    @Bean
    InboundListener inboundListener(
            SubmissionIntake intake,
            KafkaTemplate<byte[], byte[]> kafka,
            @Value("${dutyledger.kafka.organisations}") Set<String> organisations) {
        return new InboundListener(intake, new Replies(kafka), organisations);
    }

    /** Without end: a record is given up only by {@link InboundListener}, never because time has passed. */
    @Bean
    DefaultErrorHandler inboundErrorHandler() {
        ExponentialBackOff wait = new ExponentialBackOff(FIRST_WAIT, 2);
        wait.setMaxInterval(LONGEST_WAIT);
        DefaultErrorHandler handler = new DefaultErrorHandler(wait);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.WARN);
        return handler;
    }

    /** A member with a static name is recognised after a crash, instead of being waited for. */
    @Bean
    DefaultKafkaConsumerFactoryCustomizer namedMember(@Value("${dutyledger.kafka.instance}") String instance) {
        return consumers -> {
            if (!instance.isEmpty()) {
                consumers.updateConfigs(java.util.Map.of("group.instance.id", instance));
            }
        };
    }

    @Bean
    KafkaAdmin.NewTopics ownTopics(@Value("${dutyledger.kafka.topic-replication}") int replication) {
        return OwnTopics.with(replication);
    }

    @Bean
    InboundListenerStarter inboundListenerStarter(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners) {
        return new InboundListenerStarter(admin::initialize, () -> {
            var container = listeners.getListenerContainer(InboundListener.ID);
            if (container != null) {
                container.start();
            }
        });
    }
}
