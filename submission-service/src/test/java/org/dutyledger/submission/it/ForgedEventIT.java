package org.dutyledger.submission.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.it.Api.CYCLE;
import static org.dutyledger.submission.it.Api.figure;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.envelope.EventEnvelope;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.junit.jupiter.api.Test;

/** An event that was put into the ledger by hand: its hashes are right, but the intake never records such a one. */
class ForgedEventIT {
    @Test
    void reportOfItsCycle_isRefused_andThePositionNamed() {
        String database = "l" + UUID.randomUUID().toString().substring(0, 8);
        try (RunningService service =
                RunningService.start(Backends.mongoHost(), "127.0.0.1:" + Backends.freePort(), database)) {
            Api.openCycle(service.as("office"));
            long genuine = service.as("submitter", Api.FINANCE)
                    .submit(Api.FINANCE, figure("general_public_budget_education", "\"18.87\"", "亿元"))
                    .position();
            ReportMaker maker = new ReportMaker(service);
            String body = maker.make(CYCLE, "forged-1", genuine).body();
            long forged = appendAgain(service, database, genuine, "18.87", "99.87");

            Api.Answer refused =
                    maker.record(CYCLE, body.replaceFirst("\"upToPosition\":[0-9]+", "\"upToPosition\":" + forged));
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("EVENT_NOT_RECORDABLE");
            assertThat(refused.body().path("detail").asString())
                    .contains("position " + forged, "submits an item that has a value");
            assertThat(maker.issue(CYCLE, "true-1", genuine).status())
                    .as("the report up to the last genuine event")
                    .isEqualTo(201);
        }
    }

    /** Appends an event once more with another value, like an attacker with a database shell and the ledger's code. */
    private static long appendAgain(RunningService service, String database, long position, String from, String to) {
        String line = service.as("auditor")
                .get("/ledger/events?limit=1&from=" + position)
                .body()
                .path("events")
                .get(0)
                .path("data")
                .asString();
        EventEnvelope event = EventEnvelope.read(Base64.getDecoder().decode(line));
        UUID commit = UUID.randomUUID();
        String id = UUID.randomUUID().toString();
        EventEnvelope forged = new EventEnvelope(
                event.aggregate(),
                event.aggregateType(),
                commit.toString(),
                id,
                event.meta(),
                new String(event.payload(), UTF_8).replace(from, to).getBytes(UTF_8),
                event.revision(),
                event.seq() + 1,
                event.ts(),
                event.type());
        try (MongoClient client = MongoClients.create("mongodb://" + Backends.mongoHost() + "/?directConnection=true");
                MongoLedger ledger = MongoLedger.open(client.getDatabase(database))) {
            NewEvent one = new NewEvent(forged.aggregate(), forged.seq(), forged.type(), id, forged.bytes());
            return ledger.append(new NewCommit(commit, null, event.ts(), List.of(one)))
                    .firstPosition();
        }
    }
}
