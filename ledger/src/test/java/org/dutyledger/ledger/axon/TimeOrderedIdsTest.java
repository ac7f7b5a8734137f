package org.dutyledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final Random random = new Random(7);

    @Test
    void id_isAVersion7UuidOfItsMillisecond() {
        UUID id = at("2022-02-22T19:22:22Z");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("017f22e2-79b0-7"); // the example of RFC 9562, appendix A.6
    }

    @Test
    void laterId_sortsBehind() {
        assertThat(at("2022-03-01T08:00:00.002Z").toString())
                .isGreaterThan(at("2022-03-01T08:00:00.001Z").toString());
    }

    @Test
    void idsOfAllThreads_areDifferent() {
        TimeOrderedIds ids = TimeOrderedIds.system();
        assertThat(Stream.generate(ids::next)
                        .parallel()
                        .limit(50_000)
                        .distinct()
                        .count())
                .isEqualTo(50_000);
    }

    @Test
    void axon_findsTheFactory() {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
    }

    private UUID at(String time) {
        return new TimeOrderedIds(Clock.fixed(Instant.parse(time), ZoneOffset.UTC), random).next();
    }
}
