package org.dutyledger.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.LedgerContract;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.backend.RealMongod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real mongod. */
class RealMongoLedgerIT extends LedgerContract {
    private static RealMongod mongod;
    private static MongoClient client;
    private MongoLedger mongo;

    @BeforeAll
    static void start() {
        mongod = RealMongod.start();
        client = MongoClients.create(mongod.uri());
    }

    @AfterAll
    static void stop() {
        if (mongod != null) {
            client.close();
            mongod.close();
        }
    }

    @Override
    protected Ledger open() {
        mongo = MongoLedger.open(client.getDatabase("ledger-" + UUID.randomUUID()));
        return mongo;
    }

    /** Commits differ in size by a thousand times; a reader names how many it wants and means to live. */
    @Test
    void a_page_of_large_commits_is_short_and_the_next_one_continues() {
        Ledger ledger = mongo;
        byte[] large = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 12; i++) {
            ledger.append(Commits.commit(
                    new NewCommit.NewEvent("s" + i, 0, "t", UUID.randomUUID().toString(), large)));
        }
        assertThat(ledger.read(0, 500)).hasSizeBetween(4, 9);
        assertThat(ledger.read(5, 500)).hasSizeBetween(4, 7);
        assertThat(Commits.all(ledger)).hasSize(12);
    }

    @AfterEach
    void close() {
        mongo.close();
    }
}
