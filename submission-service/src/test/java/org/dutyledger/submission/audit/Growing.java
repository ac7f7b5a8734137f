package org.dutyledger.submission.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.SignedNote;

/** Ledgers of made-up events. */
final class Growing {
    private Growing() {}

    static void append(Ledger ledger, int from, int to) {
        append(ledger, from, to, "x");
    }

    /** Events in commits of ten. */
    static void append(Ledger ledger, int from, int to, String kind) {
        for (int first = from; first < to; first += 10) {
            List<NewEvent> events = IntStream.range(first, Math.min(to, first + 10))
                    .mapToObj(i -> new NewEvent("s", i, "t", "i" + i, (kind + i).getBytes()))
                    .toList();
            ledger.append(new NewCommit(UUID.randomUUID(), null, Instant.EPOCH, events));
        }
    }

    /** The same ledger; records the positions from which it is read. */
    static Ledger watched(Ledger ledger, LongConsumer reads) {
        return (Ledger) Proxy.newProxyInstance(
                Growing.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        reads.accept((Long) arguments[0]);
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    static long size(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
