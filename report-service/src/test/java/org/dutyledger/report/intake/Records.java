package org.dutyledger.report.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.Topics;
import org.dutyledger.follow.ChainedEvent;

/** Records as the other services send them. */
final class Records {
    private Records() {}

    static ConsumerRecord<byte[], byte[]> evidence(long offset, ChainedEvent event) {
        return of(
                Topics.EVIDENCE,
                offset,
                event.data(),
                Map.of(
                        Topics.HEADER_POSITION, Long.toString(event.position()),
                        Topics.HEADER_COMMIT_HASH, event.commitHash(),
                        Topics.HEADER_PREVIOUS_HASH, event.previousHash(),
                        Topics.HEADER_COMMIT, event.commit().toString()));
    }

    static ConsumerRecord<byte[], byte[]> of(String topic, long offset, byte[] value, Map<String, String> headers) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topic, 0, offset, new byte[0], value);
        headers.forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
