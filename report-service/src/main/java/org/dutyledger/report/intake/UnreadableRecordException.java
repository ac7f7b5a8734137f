package org.dutyledger.report.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that this version cannot read, and the remedy. */
final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(ConsumerRecord<?, ?> record, String why, Throwable cause) {
        super(
                "record " + place(record) + " cannot be read: " + why
                        + ". Either a newer version of this service reads it, or DUTYLEDGER_REPORT_SKIP="
                        + place(record)
                        + " passes over it (report-service/README.md)",
                cause);
    }

    /** Topic, partition and offset, for example {@code evaluations/0/17}. */
    static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }
}
