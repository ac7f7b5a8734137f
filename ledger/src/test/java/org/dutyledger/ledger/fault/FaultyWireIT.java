package org.dutyledger.ledger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.dutyledger.ledger.append.AppendListener;
import org.dutyledger.ledger.append.AppendSettings;
import org.dutyledger.ledger.backend.RealMongod;
import org.dutyledger.ledger.fault.FaultyWire.Fault;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.ledger.mongo.MongoTimeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two ledgers on a real mongod, each over its own wire, which fails in turns: single requests in every way that a
 * wire can lose them, then silence, then refusal. {@code -Dledger.wire.phases=200} runs more, {@code -Dledger.wire.seed}
 * chooses another order.
 */
class FaultyWireIT {
    private static final int PHASES = Integer.getInteger("ledger.wire.phases", 4);
    private static final long SEED = Long.getLong("ledger.wire.seed", 1);
    private static final MongoTimeouts TIMEOUTS = new MongoTimeouts(Duration.ofSeconds(20), Duration.ofMillis(700));
    /** Longer than the timeout of a request, so that the request arrives after it was given up. */
    private static final Duration LATE = Duration.ofMillis(900);

    private static final int FAULTS_IN_A_STORM = 28;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Weather weather = new Weather();

    /** In a storm about every fifth request meets a fault; all faults are equally frequent. */
    private static final class Weather implements Supplier<Fault> {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final List<Fault> bag = new ArrayList<>();
        private volatile Supplier<Fault> now = () -> Fault.NONE;
        private volatile int struck;

        private synchronized Fault storm() {
            if (random.nextInt(5) > 0) {
                return Fault.NONE;
            }
            if (bag.isEmpty()) {
                bag.addAll(EnumSet.complementOf(EnumSet.of(Fault.NONE)));
            }
            struck++;
            return bag.remove(random.nextInt(bag.size()));
        }

        @Override
        public Fault get() {
            return now.get();
        }
    }

    @AfterEach
    void endAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void anyFaultOfTheWire_everyReceiptHolds() throws Exception {
        RealMongod mongod = opened(RealMongod.start());
        MongoClient straight = opened(MongoClients.create(mongod.uri()));
        MongoLedger log = opened(MongoLedger.open(straight.getDatabase("wire")));
        List<FaultyWire> wires = new ArrayList<>();
        List<MongoLedger> ledgers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            FaultyWire wire = opened(new FaultyWire(mongod.node().port(), weather, LATE.toNanos()));
            MongoClient client = opened(MongoClients.create("mongodb://" + wire.host() + "/?directConnection=true"));
            wires.add(wire);
            ledgers.add(opened(MongoLedger.open(
                    client.getDatabase("wire"),
                    AppendSettings.defaults().withTimeout(Duration.ofSeconds(3)),
                    TIMEOUTS,
                    new AppendListener() {})));
        }
        LedgerLoad load = opened(LedgerLoad.start(SEED, 16, ledgers));
        for (int phase = 0; phase < PHASES; phase++) {
            load.awaitReceipts(30);
            strike(phase, load, wires);
            load.awaitReceipts(30);
            System.out.printf("WIRE phase %d: %s%n", phase, load.counts());
            load.check(log);
        }
        load.stop();
        load.check(log);
        System.out.printf("WIRE %s, %s%n", wires.get(0).happened(), wires.get(1).happened());
        for (Fault fault : Fault.values()) {
            assertThat(wires.get(0).happened().get(fault).sum()
                            + wires.get(1).happened().get(fault).sum())
                    .as("%s", fault)
                    .isPositive();
        }
    }

    private void strike(int phase, LedgerLoad load, List<FaultyWire> wires) throws IOException {
        switch (phase % 4) {
            case 1 -> {
                weather.now = () -> Fault.SWALLOWED;
                load.awaitEnded(40);
            }
            case 3 -> {
                wires.forEach(FaultyWire::refuse);
                load.awaitEnded(40);
                for (FaultyWire wire : wires) {
                    wire.admit();
                }
            }
            default -> {
                int enough = weather.struck + FAULTS_IN_A_STORM;
                weather.now = weather::storm;
                Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> weather.struck >= enough);
            }
        }
        weather.now = () -> Fault.NONE;
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }
}
