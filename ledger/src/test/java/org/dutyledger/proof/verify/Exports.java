package org.dutyledger.proof.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dutyledger.ledger.Commits;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.NewCommit.NewEvent;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.export.ExportWriter;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleTree;

/** Exports of made-up ledgers. */
final class Exports {
    static final KeyPair KEYS = Ed25519Keys.generate();
    private static final NoteSigner SIGNER = new NoteSigner("dutyledger.example/test", KEYS);

    private Exports() {}

    /** A ledger of some commits over a few streams. */
    static List<StoredCommit> ledger(int commits) {
        Random random = new Random(commits);
        Map<String, Long> next = new HashMap<>();
        try (MemoryLedger ledger = new MemoryLedger()) {
            for (int c = 0; c < commits; c++) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                List<NewEvent> events = new ArrayList<>();
                for (int e = random.nextInt(3); e >= 0; e--) {
                    String stream = "evidence/c/" + random.nextInt(3);
                    events.add(event(id, "o:" + c, stream, next.merge(stream, 1L, Long::sum) - 1));
                }
                ledger.append(new NewCommit(id, "o:" + c, Instant.parse("2022-03-01T12:00:00.123Z"), events));
            }
            return Commits.all(ledger);
        }
    }

    static NewEvent event(UUID commit, String request, String stream, long sequence) {
        String id = stream + "#" + sequence;
        String data = "{\"aggregate\":\"" + stream + "\",\"commit\":\"" + commit + "\",\"id\":\"" + id
                + "\",\"meta\":{\"request\":\"" + request + "\"},\"payload\":{\"value\":\"18.87\",\"unit\":\"亿元\"},"
                + "\"seq\":\"" + sequence + "\",\"type\":\"figure.submitted.v1\"}";
        return new NewEvent(stream, sequence, "figure.submitted.v1", id, data.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] export(List<StoredCommit> commits) {
        return export(commits, SIGNER);
    }

    /** With a checkpoint kept behind each commit whose index can be divided by five. */
    static byte[] export(List<StoredCommit> commits, NoteSigner notes) {
        CheckpointSigner signer = CheckpointSigner.forgetful(notes);
        ExportWriter writer = new ExportWriter();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.head(CheckpointSigner.forgetful(notes).sign(tree(commits)), notes.publicKey()));
        for (int i = 0; i < commits.size(); i++) {
            file.writeBytes(writer.line(commits.get(i)));
            if (i % 5 == 0) {
                file.writeBytes(writer.kept(signer.sign(tree(commits.subList(0, i + 1)))));
            }
        }
        file.writeBytes(writer.seal(signer));
        return file.toByteArray();
    }

    static SignedNote checkpoint(List<StoredCommit> commits) {
        return CheckpointSigner.forgetful(SIGNER).sign(tree(commits));
    }

    static LedgerReport verify(byte[] export, PublicKey trusted, SignedNote... earlier) {
        try {
            List<PublicKey> keys = trusted == null ? List.of() : List.of(trusted);
            return new ExportVerifier(keys, List.of(earlier)).verify(() -> new ByteArrayInputStream(export));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MerkleTree tree(List<StoredCommit> commits) {
        MerkleTree tree = new MerkleTree();
        commits.forEach(c -> c.events().forEach(e -> tree.add(CommitHash.leaf(e.data()))));
        return tree;
    }
}
