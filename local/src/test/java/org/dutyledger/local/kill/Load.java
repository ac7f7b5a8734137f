package org.dutyledger.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.dutyledger.ledger.check.History;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;

/** Clients that continue after any failure of the servers; some share a cycle and so the streams they write to. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 24;
    private static final int IN_A_CYCLE = 4;

    private final History history = new History();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean abandoned;

    static Load start(long seed, ServiceEndpoints endpoints, KeyFiles keys) {
        Load load = new Load();
        TokenMint mint = new TokenMint(keys, Clock.systemUTC());
        String office = mint.token(TokenMint.Bearer.office(), Duration.ofHours(12));
        for (int i = 0; i < CLIENTS; i++) {
            String me = "org-" + i;
            String own = mint.token(TokenMint.Bearer.organisation(me, "330602"), Duration.ofHours(12));
            Thread thread = new Thread(
                    new Submitter(
                            me,
                            i / IN_A_CYCLE,
                            seed + i,
                            endpoints,
                            new Submitter.Tokens(office, own),
                            new Submitter.Record(load.history, load.findings),
                            load.signals()),
                    me);
            thread.setDaemon(true);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    History history() {
        return history;
    }

    /** Answers to clients that cannot be right. */
    Queue<String> findings() {
        return findings;
    }

    /** Waits until so many more receipts were given. */
    void awaitReceipts(int more) {
        long enough = history.acknowledged() + more;
        Awaitility.await("receipts")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(5))
                .until(() -> history.acknowledged() >= enough);
    }

    /** Lets every client learn the outcome of what it has begun. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(5).toMillis());
            assertThat(thread.isAlive()).as("%s still waits", thread.getName()).isFalse();
        }
    }

    /** Clients end at once. */
    @Override
    public void close() {
        stopped = true;
        abandoned = true;
    }

    private Submitter.StopSignals signals() {
        return new Submitter.StopSignals(() -> stopped, () -> abandoned);
    }
}
