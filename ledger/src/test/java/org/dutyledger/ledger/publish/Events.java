package org.dutyledger.ledger.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;

/** Fills ledgers. */
final class Events {
    private Events() {}

    /** Appends commits of one, two and three events until there are at least so many more events. */
    static void append(Ledger ledger, int events) {
        long target = ledger.size() + events;
        for (int commit = 0; ledger.size() < target; commit++) {
            appendCommit(ledger, 1 + commit % 3, 20);
        }
    }

    static void appendCommit(Ledger ledger, int events, int bytes) {
        List<NewEvent> list = new ArrayList<>();
        String stream = "stream-" + UUID.randomUUID();
        for (int s = 0; s < events; s++) {
            byte[] data = ("{\"n\":\"" + "x".repeat(bytes) + "\"}").getBytes(UTF_8);
            list.add(new NewEvent(stream, s, "thing.happened.v1", stream + "/" + s, data));
        }
        ledger.append(new NewCommit(UUID.randomUUID(), null, Instant.EPOCH, list));
    }
}
