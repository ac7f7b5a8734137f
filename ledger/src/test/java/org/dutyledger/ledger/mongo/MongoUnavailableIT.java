package org.dutyledger.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.dutyledger.ledger.Commits.event;
import static org.dutyledger.ledger.Commits.request;
import static org.dutyledger.ledger.Commits.run;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.dutyledger.ledger.AppendOutcomeUnknownException;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.LedgerBusyException;
import org.dutyledger.ledger.LedgerException;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.append.AppendListener;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.backend.RealMongod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real mongod that stops answering for a while. */
class MongoUnavailableIT {
    private RealMongod mongod;
    private MongoClient client;
    private MongoLedger ledger;

    @BeforeEach
    void start() {
        mongod = RealMongod.start();
        client = MongoClients.create(mongod.uri());
        ledger = MongoLedger.open(
                client.getDatabase("away"),
                AppendSettings.defaults().withTimeout(Duration.ofSeconds(2)),
                new AppendListener() {});
    }

    @AfterEach
    void stop() {
        if (mongod != null) {
            mongod.node().resume();
            ledger.close();
            client.close();
            mongod.close();
        }
    }

    @Test
    void while_mongodb_is_unavailable_nothing_is_guessed_and_afterwards_everything_is_there_once() {
        ledger.append(run("before", 0, 1));
        mongod.node().pause();
        NewCommit inFlight = request("key-1", event("a", 0));
        // certain only where the appender hung in another question and had not sent it
        assertThatThrownBy(() -> ledger.append(inFlight))
                .isInstanceOfAny(AppendOutcomeUnknownException.class, LedgerBusyException.class);
        Throwable second = catchThrowable(() -> ledger.append(run("b", 0, 1)));
        assertThat(second).isInstanceOfAny(AppendOutcomeUnknownException.class, LedgerBusyException.class);
        mongod.node().resume();

        NewCommit again = request("key-1", inFlight.events().get(0));
        Receipt receipt = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(LedgerException.class)
                .until(() -> ledger.append(again), r -> true);

        if (second instanceof LedgerBusyException) {
            assertThat(ledger.lastSequence("b")).isEmpty();
        }
        int stored = ledger.lastSequence("b").isEmpty() ? 0 : 1;
        assertThat(Commits.verified(ledger).size()).isEqualTo(2 + stored);
        assertThat(receipt.firstPosition()).isBetween(1L, 1L + stored);
    }
}
