package org.dutyledger.ledger.fault;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dutyledger.ledger.backend.MongodNode;
import org.dutyledger.ledger.backend.ThreeMongods;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two ledgers on a replica set of three real mongods whose primary steps down, is killed, or is stopped until another
 * one was elected. {@code -Dledger.nodes.rounds=60} runs more, {@code -Dledger.nodes.seed} chooses another order.
 */
class ThreeNodesIT {
    private static final int ROUNDS = Integer.getInteger("ledger.nodes.rounds", 3);
    private static final long SEED = Long.getLong("ledger.nodes.seed", 1);

    private final List<AutoCloseable> open = new ArrayList<>();

    private enum Fault {
        STEP_DOWN,
        KILL,
        PAUSE
    }

    @AfterEach
    void endAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void anyFaultOfThePrimary_everyReceiptHolds() throws Exception {
        ThreeMongods set = opened(ThreeMongods.start());
        List<MongoLedger> ledgers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MongoClient client = opened(MongoClients.create(set.uri()));
            ledgers.add(opened(MongoLedger.open(client.getDatabase("nodes"))));
        }
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
        LedgerLoad load = opened(LedgerLoad.start(SEED, 16, ledgers));
        for (int round = 0; round < ROUNDS; round++) {
            // first each of them once
            Fault fault = Fault.values()[round < 3 ? round : random.nextInt(3)];
            happened.merge(fault, 1, Integer::sum);
            MongodNode primary = set.awaitWhole();
            load.awaitReceipts(random.nextInt(20, 200));
            strike(fault, set, primary, load);
            load.awaitReceipts(50);
            System.out.printf("NODES round %d: %s; %s%n", round + 1, fault, load.counts());
            load.check(ledgers.get(round % 2));
        }
        set.awaitWhole();
        load.stop();
        load.check(ledgers.get(0));
        System.out.printf("NODES %d rounds: %s; %s%n", ROUNDS, happened, load.counts());
    }

    private static void strike(Fault fault, ThreeMongods set, MongodNode primary, LedgerLoad load) {
        switch (fault) {
            case STEP_DOWN -> set.stepDown(primary);
            case KILL -> {
                primary.kill();
                load.awaitReceipts(50);
                primary.launch();
            }
            case PAUSE -> {
                primary.pause();
                load.awaitReceipts(50);
                primary.resume();
            }
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }
}
