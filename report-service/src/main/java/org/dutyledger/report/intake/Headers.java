package org.dutyledger.report.intake;

import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.dutyledger.events.MalformedEventException;
import org.dutyledger.events.Topics;

/** Reads the headers of the suite's records. */
final class Headers {
    private Headers() {}

    static long position(ConsumerRecord<?, ?> record) {
        String text = text(record, Topics.HEADER_POSITION);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedEventException("position '" + text + "' at offset " + record.offset(), e);
        }
    }

    static String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedEventException(
                    "no header '" + name + "' at offset " + record.offset() + " of " + record.topic(),
                    new NoSuchElementException(name));
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
