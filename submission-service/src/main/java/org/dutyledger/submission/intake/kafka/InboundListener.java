package org.dutyledger.submission.intake.kafka;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dutyledger.events.Topics;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * The Kafka endpoint. Records of a partition are taken one after the other. Each gets a reply; an unreadable record
 * goes to the dead letters as well, and the next one follows. A record waits only while ledger or broker fail, without
 * limit; taken twice, it gets its first receipt, because its key is in the ledger.
 */
final class InboundListener {
    /** Id of the listener; it is started when the topics are there. */
    static final String ID = "submissions-inbound";

    private static final Logger LOG = LoggerFactory.getLogger(InboundListener.class);

    private final InboundReader reader = new InboundReader();
    private final SubmissionIntake intake;
    private final Replies replies;
    private final Set<String> organisations;

    /**
     * @param organisations ids that may submit through Kafka, or {@code *}; records carry no token, so beyond this list
     *     the right to write to the topic (its ACL) is the right to submit
     */
    InboundListener(SubmissionIntake intake, Replies replies, Set<String> organisations) {
        this.intake = intake;
        this.replies = replies;
        this.organisations = Set.copyOf(organisations);
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.INBOUND, autoStartup = "false")
    void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            InboundReader.Inbound inbound = reader.read(record.value());
            requireAllowed(inbound.request().organisation());
            replies.receipt(record, intake.accept(inbound.request(), inbound.origin()));
        } catch (InboundUnavailableException trouble) {
            throw trouble;
        } catch (Problem problem) {
            refuse(record, problem);
        } catch (RuntimeException unexpected) {
            // a fault of the service must not block the records after this one in the partition
            LOG.error(
                    "record {}/{}/{} is sent to the dead-letter topic",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unexpected);
            Problem internal = new Problem(
                    500, "INTERNAL", "an unexpected error occurred; the record is sent to the dead-letter topic");
            replies.dead(record, internal);
            replies.problem(record, internal);
        }
    }

    private void refuse(ConsumerRecord<byte[], byte[]> record, Problem problem) {
        if (problem.status() == 503) {
            throw new InboundUnavailableException(String.valueOf(problem.getMessage()), problem);
        }
        if (problem.status() == 400) {
            LOG.warn(
                    "record {}/{}/{} cannot be read and is sent to {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    Topics.INBOUND_DEAD,
                    problem.code());
            replies.dead(record, problem);
        }
        replies.problem(record, problem);
    }

    private void requireAllowed(String organisation) {
        if (!organisations.contains("*") && !organisations.contains(organisation)) {
            throw new Problem(403, "NOT_YOUR_ORGANISATION", "that organisation may not submit through Kafka");
        }
    }
}
