package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.BUREAU;
import static org.dutyledger.submission.it.Api.figure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.fault.FaultyWire;
import org.junit.jupiter.api.Test;

/** MongoDB unavailable: 503 with the time to retry, nothing half-written, and full service when it is back. */
class MongoUnavailableIT {

    @Test
    void submissions_areRefusedWhileItIsUnavailable_andTheSameKeysWorkAfterwards() throws IOException {
        try (FaultyWire wire = new FaultyWire(Backends.mongoPort(), () -> FaultyWire.Fault.NONE, 0);
                RunningService service = RunningService.start(wire.host(), "127.0.0.1:" + Backends.freePort())) {
            Api.openCycle(service.as("office"));
            Api bureau = service.as("submitter", BUREAU);
            long before = size(service);
            assertThat(bureau.submit(BUREAU, "k-0", figure("integrity_four_projects", "\"4\"", "项"))
                            .status())
                    .isEqualTo(201);

            wire.refuse();
            String items = figure("city_integrity_model_schools", "\"5\"", "所") + ","
                    + figure("bureau_cadres_linked_schools", "\"71\"", "位");
            Api.Answer refused = bureau.submit(BUREAU, "k-1", items);
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(503);
            assertThat(refused.code()).isIn("LEDGER_UNAVAILABLE", "OUTCOME_UNKNOWN");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(service.health()).isEqualTo(503);
            Api office = service.as("office");
            for (Api.Answer other : List.of(
                    bureau.get("/cycles"),
                    bureau.get("/cycles/" + Api.CYCLE),
                    bureau.get("/cycles/" + Api.CYCLE + "/items"),
                    service.as("auditor").get("/ledger/events"),
                    service.as("auditor").get("/ledger/size"),
                    office.post("/cycles/" + Api.CYCLE + "/close", "{\"reason\":\"x\"}"))) {
                assertThat(other.code()).as("%s", other.body()).isEqualTo("LEDGER_UNAVAILABLE");
                assertThat(other.status()).isEqualTo(503);
                assertThat(other.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isPositive();
            }

            wire.admit();
            AtomicReference<Api.Answer> back = new AtomicReference<>();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                back.set(bureau.submit(BUREAU, "k-1", items));
                return back.get().status() < 300;
            });
            assertThat(size(service)).isEqualTo(before + 3);
            Api.Answer again = bureau.submit(BUREAU, "k-1", items);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.position()).isEqualTo(back.get().position());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> service.health() == 200);
        }
    }

    private static long size(RunningService service) {
        return service.bean(Ledger.class).size();
    }
}
