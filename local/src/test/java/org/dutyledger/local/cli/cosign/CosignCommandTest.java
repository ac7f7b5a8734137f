package org.dutyledger.local.cli.cosign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Cosignature;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleTree;
import org.dutyledger.verifier.input.UnusableInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CosignCommandTest {
    private static final String ORIGIN = "dutyledger.example/330602";

    @TempDir
    Path directory;

    private final NoteSigner log = new NoteSigner(ORIGIN, Ed25519Keys.generate());
    private final KeyPair city = Ed25519Keys.generate();
    private final Cosigner cosigner = new Cosigner("city.example", city);
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void keys() throws IOException {
        Files.writeString(directory.resolve("city.pem"), Ed25519Keys.pem(city.getPrivate()));
        Files.writeString(directory.resolve("log.pem"), Ed25519Keys.pem(log.publicKey()));
    }

    @Test
    void theFirstCheckpoint_isCosigned_withANoteThatNothingWasCompared() throws IOException {
        SignedNote note = note("a", 5);
        assertThat(run(note)).isZero();
        SignedNote cosigned = SignedNote.parse(out.toString());
        assertThat(out.toString()).startsWith(note.format());
        assertThat(cosigned.signatures()).hasSize(2);
        assertThat(Cosignature.time(
                        cosigner.key(), note.text(), cosigned.signatures().get(1)))
                .isPresent();
        assertThat(err.toString())
                .contains("5 events; the first one seen here", cosigner.key().text());
        assertThat(memory()).hasContent(cosigned.format());
    }

    @Test
    void aCheckpointThatContinues_isCosigned() throws IOException {
        run(note("a", 5));
        assertThat(run(note("a", 12), "--proof", proof("a", 5, 12))).isZero();
        assertThat(err.toString()).contains("12 events").doesNotContain("the first one");
        assertThat(Files.readString(memory())).contains("\n12\n");
    }

    @Test
    void theSameCheckpointAgain_isCosignedAgain_withOneLine() throws IOException {
        run(note("a", 5));
        SignedNote cosigned = SignedNote.parse(out.toString());
        assertThat(run(cosigned)).isZero();
        assertThat(SignedNote.parse(out.toString()).signatures()).hasSize(2);
    }

    @Test
    void aSmallerOne_isRefused() throws IOException {
        run(note("a", 5));
        assertThat(run(note("a", 4))).isOne();
        assertThat(err.toString()).contains("NOT cosigned", "4 events", "had 5");
        assertThat(Files.readString(memory())).contains("\n5\n");
    }

    @Test
    void anotherHistory_isRefused_atTheSameSizeAndLater() throws IOException {
        run(note("a", 5));
        assertThat(run(note("b", 5))).isOne();
        assertThat(err.toString()).contains("two histories");
        assertThat(run(note("b", 9), "--proof", proof("b", 5, 9))).isOne();
        assertThat(err.toString()).contains("does not continue");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anEarlierNote_isComparedToo() throws IOException {
        Path earlier =
                Files.writeString(directory.resolve("earlier"), note("a", 3).format());
        assertThat(run(note("b", 9), "--previous", earlier.toString(), "--proof", proof("b", 3, 9)))
                .isOne();
        assertThat(run(note("a", 9), "--previous", earlier.toString(), "--proof", proof("a", 3, 9)))
                .isZero();
        Files.writeString(
                earlier,
                new NoteSigner("other", Ed25519Keys.generate())
                        .sign("other\n1\n")
                        .format());
        assertThat(run(note("a", 9), "--previous", earlier.toString())).isOne();
        assertThat(err.toString()).contains(earlier.toString());
    }

    @Test
    void withoutAProof_itNamesTheSource() throws IOException {
        run(note("a", 5));
        assertThat(run(note("a", 9), "--data", directory.resolve("none").toString()))
                .isOne();
        assertThat(err.toString()).contains("/api/v1/ledger/consistency?from=5&to=9", "--proof");
        assertThat(run(note("a", 9), "--proof", proof("a", 4, 9))).isOne();
        assertThat(err.toString()).contains("needed is one of 5 and 9");
        Path noProof = Files.writeString(directory.resolve("none.json"), "none");
        assertThat(run(note("a", 9), "--proof", noProof.toString())).isOne();
        assertThat(err.toString()).contains("holds no consistency proof");
    }

    @Test
    void aNoteThatTheLedgerDidNotSign_isRefused() throws IOException {
        SignedNote foreign =
                new NoteSigner(ORIGIN, Ed25519Keys.generate()).sign(note("a", 5).text());
        assertThat(run(foreign)).isOne();
        assertThat(err.toString()).contains("is not signed by the key in");
        assertThat(run(log.sign("no checkpoint\n"))).isOne();
        assertThat(err.toString()).contains("at least three lines");
        assertThat(memory()).doesNotExist();
    }

    @Test
    void invalidName_andInvalidKey_areReported() throws IOException {
        assertThat(run(note("a", 5), "--name", "a b")).isOne();
        assertThat(err.toString()).contains("--name");
        Files.writeString(directory.resolve("city.pem"), "none");
        assertThat(run(note("a", 5))).isOne();
        assertThat(err.toString()).contains("city.pem", "private key");
    }

    private int run(SignedNote note, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("checkpoint.txt"), note.format());
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = new CommandLine(new CosignCommand());
        line.setOverwrittenOptionsAllowed(true);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((e, command, result) -> {
            assertThat(e).isInstanceOfAny(UsageException.class, UnusableInputException.class);
            command.getErr().println(e.getMessage());
            return 1;
        });
        List<String> arguments = new ArrayList<>(List.of(
                file.toString(),
                "--key",
                directory.resolve("city.pem").toString(),
                "--log-key",
                directory.resolve("log.pem").toString(),
                "--name",
                "city.example"));
        arguments.addAll(List.of(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    private Path memory() {
        return directory.resolve("city.pem.dutyledger.example%2F330602.cosigned");
    }

    private SignedNote note(String kind, int size) {
        return log.sign(new Checkpoint(ORIGIN, size, tree(kind, size).root()).text());
    }

    private String proof(String kind, int from, int to) throws IOException {
        String hashes = tree(kind, to).consistency(from, to).stream()
                .map(hash -> "\"" + ExactBase64.encode(hash) + "\"")
                .collect(Collectors.joining(","));
        String json = "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"proof\":[" + hashes + "]}";
        return Files.writeString(directory.resolve("proof.json"), json).toString();
    }

    private static MerkleTree tree(String kind, int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(CommitHash.leaf((kind + i).getBytes()));
        }
        return tree;
    }
}
