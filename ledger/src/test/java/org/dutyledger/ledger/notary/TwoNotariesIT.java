package org.dutyledger.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.types.Binary;
import org.dutyledger.ledger.backend.RealMongod;
import org.dutyledger.ledger.mongo.MongoLedger;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes sign one ledger on a real mongod; one of them is killed; and what happens when the store is altered. */
class TwoNotariesIT {
    private static final int ROUNDS = 60;

    @TempDir
    Path directory;

    private final KeyPair keys = Ed25519Keys.generate();
    private final List<Process> processes = new ArrayList<>();
    private RealMongod mongod;

    @BeforeEach
    void start() throws IOException {
        mongod = RealMongod.start();
        Files.writeString(directory.resolve("key.pem"), Ed25519Keys.pem(keys.getPrivate()));
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        if (mongod != null) {
            mongod.close();
        }
    }

    @Test
    void processesThatSignAtOnce_oneOfThemKilled_writeOneHistory() throws IOException {
        CompletableFuture<List<String>> killed = sign("killed", 100_000, 25);
        CompletableFuture<List<String>> other = sign("other", ROUNDS, ROUNDS);
        List<String> given = new ArrayList<>(killed.join());
        given.addAll(other.join());
        // a process restarted with the memory of the killed one continues
        given.addAll(sign("killed", 3, 3).join());
        assertThat(given).hasSizeGreaterThanOrEqualTo(25 + ROUNDS + 3);

        try (MongoClient client = MongoClients.create(mongod.uri());
                MongoLedger ledger = MongoLedger.open(client.getDatabase("shared"))) {
            MongoCheckpoints history = new MongoCheckpoints(client.getDatabase("shared"));
            Office office = new Office(ledger, history, keys);
            NoteVerifier key = new NoteVerifier(Office.ORIGIN, keys.getPublic());
            List<String> kept = new ArrayList<>();
            for (SignedNote note : history.from(0, 10_000)) {
                assertThat(key.accepts(note)).isTrue();
                CheckpointSigner.requireContinues(office.grown(), Checkpoint.parse(note.text()));
                kept.add("GIVEN " + Checkpoint.parse(note.text()).size() + " "
                        + java.util.HexFormat.of()
                                .formatHex(note.signatures().get(0).bytes()));
            }
            assertThat(kept).containsAll(given).doesNotHaveDuplicates();
            office.checkpoint();
        }
    }

    @Test
    void anEventAlteredInTheStore_isRefusedAndReported_andAppendingContinues() {
        try (MongoClient client = MongoClients.create(mongod.uri());
                MongoLedger ledger = MongoLedger.open(client.getDatabase("altered"))) {
            MongoDatabase database = client.getDatabase("altered");
            MongoCheckpoints history = new MongoCheckpoints(database);
            for (int i = 0; i < 5; i++) {
                Office.append(ledger, "t");
            }
            new Office(ledger, history, keys).checkpoint();
            database.getCollection("log")
                    .updateOne(Filters.eq("_id", 2L), Updates.set("e.0.d", new Binary("forged".getBytes())));

            NoteSigner notes = new NoteSigner(Office.ORIGIN, keys);
            Notary notary = new Notary(CheckpointSigner.forgetful(notes), history);
            Office restarted = new Office(ledger, notary);
            assertThatThrownBy(restarted::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
            assertThat(notary.refusal()).isPresent();
            Office.append(ledger, "t");
            assertThatThrownBy(restarted::checkpoint).isInstanceOf(InconsistentCheckpointException.class);
            assertThat(ledger.size()).isEqualTo(6);
            assertThat(history.from(0, 10)).hasSize(1);
        }
    }

    /** Lines of a process that is killed as soon as it has printed so many. */
    private CompletableFuture<List<String>> sign(String memory, int rounds, int lines) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NotaryProcess.class.getName(),
                        mongod.uri(),
                        "shared",
                        directory.resolve("key.pem").toString(),
                        directory.resolve(memory).toString(),
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return CompletableFuture.supplyAsync(() -> {
            List<String> given = new ArrayList<>();
            try (BufferedReader output = process.inputReader()) {
                String line = output.readLine();
                while (line != null && given.size() < lines) {
                    if (line.startsWith("GIVEN ")) {
                        given.add(line);
                    }
                    line = given.size() < lines ? output.readLine() : null;
                }
                process.destroyForcibly().waitFor();
                return given;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
