package org.dutyledger.ledger.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.dutyledger.ledger.axon.snapshot.MongoSnapshots;
import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Axon's published suite for event stores, inherited as it is. */
@Tag("wall-clock")
class EmbeddedMongoEventStoreIT extends EmbeddedEventStoreTest {
    private static MongoFixture mongo;

    @BeforeAll
    static void start() {
        mongo = MongoFixture.standIn();
        LedgerEngineSuite.warmUp(mongo.newLedger());
    }

    @AfterAll
    static void stop() throws Exception {
        if (mongo != null) { // the start may have been skipped
            mongo.close();
        }
    }

    @AfterEach
    void closeLedgers() {
        mongo.closeLedgers();
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        return LedgerEngineSuite.builder(mongo.newLedger(), new MongoSnapshots(mongo.newDatabase()))
                .build();
    }
}
