package org.dutyledger.local.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dutyledger.local.RealBackends;
import org.dutyledger.local.machine.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsIT {
    private static final Consumer<String> SILENT = line -> {};

    @TempDir
    Path directory;

    @Test
    void kafka_keepsItsTopicsAndRecords() throws Exception {
        try (Backends backends = Backends.open(Backends.MongoSelection.EMBEDDED, directory, SILENT)) {
            RealBackends.log(backends.kafka().description());
            Map<String, Object> client = client(backends);
            try (Admin admin = Admin.create(client)) {
                admin.createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", "a", "b")).get();
            }
        }
        try (Backends backends = Backends.open(Backends.MongoSelection.EMBEDDED, directory, SILENT);
                var consumer =
                        new KafkaConsumer<>(client(backends), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)).iterator().next().value())
                    .isEqualTo("b");
        }
    }

    @Test
    void directory_refusesAnotherMongo() {
        Backends.open(Backends.MongoSelection.EMBEDDED, directory, SILENT).close();
        Backends.MongoSelection other = new Backends.MongoSelection(null, Path.of("/nowhere/mongod"), false);
        assertThatThrownBy(() -> Backends.open(other, directory, SILENT))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("was used with 'embedded'");
    }

    @Test
    void unreachableMongo_isExplained() {
        Backends.MongoSelection unreachable =
                new Backends.MongoSelection("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200", null, false);
        assertThatThrownBy(() -> Backends.open(unreachable, directory, SILENT))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("no MongoDB answers");
    }

    private static Map<String, Object> client(Backends backends) {
        return Map.of("bootstrap.servers", backends.kafka().bootstrapServers());
    }
}
