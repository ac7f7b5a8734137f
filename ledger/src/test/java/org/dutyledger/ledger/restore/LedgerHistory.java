package org.dutyledger.ledger.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StreamConflictException;
import org.dutyledger.ledger.export.SampleLedger;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;

/** A ledger in a database, and what was done to it so far. */
final class LedgerHistory {
    final MongoDatabase database;
    private final Map<String, Long> next = new HashMap<>();
    private final List<NewCommit> appended = new ArrayList<>();
    private MongoLedger ledger;

    LedgerHistory(MongoDatabase database) {
        this.database = database;
        this.ledger = MongoLedger.open(database);
    }

    /** A commit of one to three events; every third has no request id. */
    void append(int n) {
        UUID id = new UUID(n, appended.size());
        String request = n % 3 == 0 ? null : "o:" + appended.size();
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i <= n % 3; i++) {
            String stream = "evidence/c/" + (n / 3 + i) % 4;
            events.add(event(id, request, stream, next.merge(stream, 1L, Long::sum) - 1));
        }
        NewCommit commit = new NewCommit(id, request, Instant.parse("2022-03-01T12:00:00.123Z"), events);
        assertThat(ledger.append(commit).repeated()).isFalse();
        appended.add(commit);
    }

    /** A writer that does not know the first commit takes its place in a stream. */
    void conflict() {
        if (!appended.isEmpty()) {
            NewEvent taken = appended.get(0).events().get(0);
            UUID id = new UUID(-1, appended.size());
            NewCommit rival =
                    new NewCommit(id, null, Instant.EPOCH, List.of(event(id, null, taken.stream(), taken.sequence())));
            assertThatThrownBy(() -> ledger.append(rival)).isInstanceOf(StreamConflictException.class);
        }
    }

    void repeat() {
        appended.stream().filter(c -> c.requestId() != null).findFirst().ifPresent(first -> assertThat(
                        ledger.append(first).repeated())
                .isTrue());
    }

    /** Its process ends with its state in memory; another one opens the same database. */
    void restart() {
        ledger.close();
        ledger = MongoLedger.open(database);
    }

    void close() {
        ledger.close();
    }

    SignedNote checkpoint(NoteSigner notes) {
        try (MongoLedger reading = MongoLedger.open(database)) {
            return CheckpointSigner.forgetful(notes).sign(SampleLedger.tree(Commits.all(reading)));
        }
    }

    /** What is stored, in order. */
    List<Document> documents() {
        return database.getCollection("log").find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    /** Stores this instead, without regard to the indexes. */
    void replace(List<Document> documents) {
        MongoCollection<Document> log = database.getCollection("log");
        log.drop();
        if (!documents.isEmpty()) {
            log.insertMany(documents);
        }
    }

    private static NewEvent event(UUID commit, String request, String stream, long sequence) {
        String id = commit + "#" + stream;
        String meta = request == null ? "{}" : "{\"request\":\"" + request + "\"}";
        String data = "{\"aggregate\":\"" + stream + "\",\"commit\":\"" + commit + "\",\"id\":\"" + id
                + "\",\"meta\":" + meta + ",\"payload\":{\"value\":\"18.87\"},\"seq\":\"" + sequence
                + "\",\"type\":\"figure.submitted.v1\"}";
        return new NewEvent(stream, sequence, "figure.submitted.v1", id, data.getBytes(UTF_8));
    }
}
