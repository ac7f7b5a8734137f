package org.dutyledger.ledger.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dutyledger.ledger.backend.MongoFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lease promises; a subclass provides the server. */
abstract class MongoLeaseContract {
    private static final Duration TIME = Duration.ofSeconds(8);

    static MongoFixture mongo;

    private final AtomicLong nanos = new AtomicLong(123);
    private MongoDatabase database;

    @AfterAll
    static void stop() throws Exception {
        if (mongo != null) { // the start may have been skipped
            mongo.close();
        }
    }

    @BeforeEach
    void newDatabase() {
        database = mongo.newDatabase();
    }

    @Test
    void firstToAsk_holdsIt_andNoOther() {
        Lease one = lease("one");
        Lease two = lease("two");
        assertThat(one.isHeld()).isTrue();
        assertThat(two.isHeld()).isFalse();
        for (int i = 0; i < 30; i++) {
            pass(Duration.ofSeconds(2));
            assertThat(one.isHeld()).isTrue();
            assertThat(two.isHeld()).isFalse();
        }
    }

    @Test
    void silentHolder_losesItAfterTheTime() {
        Lease one = lease("one");
        Lease two = lease("two");
        assertThat(one.isHeld()).isTrue();
        assertThat(two.isHeld()).isFalse();
        pass(TIME.minusSeconds(1));
        assertThat(two.isHeld()).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(two.isHeld()).isTrue();
        pass(TIME);
        assertThat(one.isHeld()).isFalse();
    }

    @Test
    void closedHolder_makesRoomAtOnce() {
        Lease one = lease("one");
        assertThat(one.isHeld()).isTrue();
        one.close();
        assertThat(lease("two").isHeld()).isTrue();
    }

    @Test
    void closingWhatIsNotHeld_leavesTheHolderAlone() {
        Lease one = lease("one");
        Lease two = lease("two");
        assertThat(one.isHeld()).isTrue();
        assertThat(two.isHeld()).isFalse();
        two.close();
        pass(Duration.ofSeconds(3));
        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void holderThatReturnsUnderItsName_continuesAtOnce() {
        assertThat(lease("one").isHeld()).isTrue();
        assertThat(lease("one").isHeld()).isTrue();
    }

    @Test
    void leasesOfOtherNames_areIndependent() {
        assertThat(lease("one").isHeld()).isTrue();
        assertThat(new MongoLease(database, "other", "two", TIME).isHeld()).isTrue();
    }

    @Test
    void instancesOfOneCluster_takeTurns() {
        Lease one = lease("one", "A");
        Lease two = lease("two", "A");
        assertThat(one.isHeld()).isTrue();
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(2));
            assertThat(one.isHeld()).isTrue();
            assertThat(two.isHeld()).isFalse();
        }
        lease("three", "A").requireNoRival();
        one.close();
        pass(Duration.ofSeconds(2));
        assertThat(two.isHeld()).isTrue();
    }

    @Test
    void holderOfAnotherCluster_isARivalOnceItIsSeenAlive() {
        Lease one = lease("one", "A");
        Lease other = lease("other", "B");
        assertThat(one.isHeld()).isTrue();
        assertThat(other.isHeld()).isFalse();
        pass(Duration.ofSeconds(3));
        assertThat(one.isHeld()).isTrue();
        assertThatThrownBy(other::isHeld)
                .isInstanceOf(RivalClusterException.class)
                .hasMessageContaining("Kafka cluster A")
                .hasMessageContaining(ProcessHandle.current().pid() + "@")
                .hasMessageContaining("End that suite");
        other.close();
        pass(Duration.ofSeconds(3));
        assertThat(one.isHeld()).isTrue();
    }

    @Test
    void silentHolderOfAnotherCluster_losesItAfterTheTime() {
        assertThat(lease("one", "A").isHeld()).isTrue();
        Lease other = lease("one", "B");
        assertThat(other.isHeld())
                .as("the name alone does not prove that it is the same")
                .isFalse();
        pass(TIME);
        assertThat(other.isHeld()).isTrue();
    }

    @Test
    void closedHolderOfAnotherCluster_makesRoomAtOnce() {
        Lease one = lease("one", "A");
        assertThat(one.isHeld()).isTrue();
        one.close();
        lease("other", "B").requireNoRival();
        assertThat(lease("other", "B").isHeld()).isTrue();
    }

    @Test
    void watching_findsALiveRival_andTakesNothing() {
        MongoLease one = lease("one", "A");
        assertThat(one.isHeld()).isTrue();
        // the watcher looks, one renews, the watcher looks again
        MongoLease watcher = new MongoLease(database, "publisher", "other", TIME, () -> "B", () -> {
            pass(Duration.ofSeconds(2));
            one.isHeld();
            return nanos.get();
        });
        assertThatThrownBy(watcher::requireNoRival).isInstanceOf(RivalClusterException.class);
        pass(Duration.ofSeconds(2));
        assertThat(one.isHeld()).isTrue();
    }

    private Lease lease(String holder) {
        return new MongoLease(database, "publisher", holder, TIME, null, nanos::get);
    }

    private MongoLease lease(String holder, String cluster) {
        return new MongoLease(database, "publisher", holder, TIME, () -> cluster, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
