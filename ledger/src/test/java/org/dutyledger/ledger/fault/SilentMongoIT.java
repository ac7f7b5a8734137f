package org.dutyledger.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.dutyledger.ledger.append.AppendListener;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.backend.RealMongod;
import org.dutyledger.ledger.fault.FaultyWire.Fault;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.mongo.MongoTimeouts;
import org.dutyledger.ledger.publish.MongoLease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that takes requests and never answers: whatever asks it gives up by itself. */
@Timeout(value = 2, unit = java.util.concurrent.TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SilentMongoIT {
    @Test
    void opening_and_leasing_end_in_an_exception() throws Exception {
        AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
        try (RealMongod mongod = RealMongod.start();
                FaultyWire wire = new FaultyWire(mongod.node().port(), fault::get, 0);
                MongoClient client = MongoClients.create("mongodb://" + wire.host() + "/?directConnection=true")) {
            MongoDatabase database = client.getDatabase("silent");
            // each of its operations may take its whole time: a loaded machine needs more than 600 ms for the first
            // connection
            MongoLease lease = new MongoLease(database, "lease", "me", Duration.ofMinutes(1));
            assertThat(lease.isHeld()).isTrue(); // there is a connection, and it was good
            fault.set(Fault.SWALLOWED);
            MongoTimeouts soon = new MongoTimeouts(Duration.ofMillis(500), Duration.ofMillis(500));
            assertThatThrownBy(
                            () -> MongoLedger.open(database, AppendSettings.defaults(), soon, new AppendListener() {}))
                    .isInstanceOf(MongoException.class);
            assertThatThrownBy(() -> new MongoLease(database, "lease", "you", Duration.ofMillis(600)).isHeld())
                    .isInstanceOf(MongoException.class);
        }
    }
}
