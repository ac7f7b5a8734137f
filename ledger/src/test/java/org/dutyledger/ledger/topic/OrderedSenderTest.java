package org.dutyledger.ledger.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OrderedSenderTest {
    private static final int REFUSED = 2;

    private final RefusingProducer producer = new RefusingProducer();

    @Test
    void acceptedRecords_areSentInOrder() {
        List<ProducerRecord<String, byte[]>> records = records(2);
        new OrderedSender(producer).send(records);
        assertThat(producer.history()).isEqualTo(records);
        assertThat(producer.closed()).isFalse();
    }

    @Test
    void firstRefusedRecord_isTheLastThatIsTried() {
        OrderedSender sender = new OrderedSender(producer);
        List<ProducerRecord<String, byte[]>> records = records(6);
        assertThatThrownBy(() -> sender.send(records))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("too large");
        assertThat(producer.history()).isEqualTo(records.subList(0, REFUSED));
        assertThat(producer.closed()).isTrue();
    }

    private static List<ProducerRecord<String, byte[]>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProducerRecord<>("t", 0, "k", new byte[] {(byte) i}))
                .toList();
    }

    /** Accepts every record but one, and acknowledges at once. */
    private static final class RefusingProducer extends MockProducer<String, byte[]> {
        RefusingProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (record.value()[0] == REFUSED) {
                RecordTooLargeException refusal = new RecordTooLargeException("too large");
                callback.onCompletion(null, refusal);
                return CompletableFuture.failedFuture(refusal);
            }
            return super.send(record, callback);
        }

        @Override
        public synchronized void flush() {
            // a closed MockProducer refuses to flush, the real one does not
        }
    }
}
