package org.dutyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.export.Exported;
import org.dutyledger.proof.verify.ChainVerifier;
import org.dutyledger.proof.verify.ExportedCommit;

/** Commits to try a ledger with. */
public final class Commits {
    private static final Instant NOON = Instant.parse("2022-03-01T12:00:00.123Z");

    private Commits() {}

    public static NewEvent event(String stream, long sequence) {
        return event(stream, sequence, UUID.randomUUID().toString());
    }

    public static NewEvent event(String stream, long sequence, String id) {
        byte[] data = ("{\"aggregate\":\"" + stream + "\",\"id\":\"" + id + "\",\"seq\":\"" + sequence + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        return new NewEvent(stream, sequence, "figure.submitted.v1", id, data);
    }

    public static NewCommit commit(NewEvent... events) {
        return request(null, events);
    }

    public static NewCommit request(String requestId, NewEvent... events) {
        return new NewCommit(UUID.randomUUID(), requestId, NOON, List.of(events));
    }

    /** A commit of {@code count} events of one stream. */
    public static NewCommit run(String stream, long firstSequence, int count) {
        NewEvent[] events = new NewEvent[count];
        for (int i = 0; i < count; i++) {
            events[i] = event(stream, firstSequence + i);
        }
        return commit(events);
    }

    /** Everything in the ledger, page by page. */
    public static List<StoredCommit> all(Ledger ledger) {
        List<StoredCommit> all = new ArrayList<>();
        List<StoredCommit> page = ledger.read(0, 100);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = ledger.read(all.get(all.size() - 1).nextPosition(), 100);
        }
        return all;
    }

    public static ExportedCommit exported(StoredCommit commit) {
        return Exported.of(commit);
    }

    /** Walks the whole ledger with the verifier. */
    public static ChainVerifier verified(Ledger ledger) {
        ChainVerifier verifier = new ChainVerifier();
        all(ledger).forEach(commit -> verifier.accept(exported(commit)));
        assertThat(verifier.firstBreak()).isEmpty();
        return verifier;
    }
}
