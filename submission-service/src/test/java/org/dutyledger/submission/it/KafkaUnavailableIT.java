package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.figure;

import java.util.List;
import java.util.stream.LongStream;
import org.dutyledger.events.Topics;
import org.junit.jupiter.api.Test;

/**
 * Kafka unavailable: the service starts, submissions are accepted, and everything is published in order once Kafka is
 * back.
 */
class KafkaUnavailableIT {

    @Test
    void submissions_areAcceptedAndPublishedLater() {
        int port = Backends.freePort();
        try (RunningService service = RunningService.start(Backends.mongoHost(), "127.0.0.1:" + port)) {
            Api.openCycle(service.as("office"));
            Api.Answer accepted = service.as("submitter", BUREAU)
                    .submit(BUREAU, figure("city_integrity_model_schools", "\"5\"", "所"));
            assertThat(accepted.status()).as("%s", accepted.body()).isEqualTo(201);
            assertThat(service.health()).isEqualTo(200);

            try (Broker broker = new Broker(Backends.startKafka(port))) {
                int expected = (int) accepted.position() + 1;
                List<Long> positions = broker.read(Topics.EVIDENCE, expected).stream()
                        .map(record -> Long.parseLong(Broker.header(record, Topics.HEADER_POSITION)))
                        .toList();
                assertThat(positions)
                        .containsExactlyElementsOf(
                                LongStream.range(0, expected).boxed().toList());
            }
        }
    }
}
