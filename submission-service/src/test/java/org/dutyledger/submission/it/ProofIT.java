package org.dutyledger.submission.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.checkpoint.Checkpoint;
import org.dutyledger.ledger.note.Ed25519Keys;
import org.dutyledger.ledger.note.NoteVerifier;
import org.dutyledger.ledger.note.SignedNote;
import org.dutyledger.ledger.tree.MerkleProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the service proves holds before those who have nothing but the proof. */
class ProofIT {
    private static RunningService service;
    private static Api auditor;

    @BeforeAll
    static void open() {
        service = RunningService.start();
        auditor = service.as("auditor");
        Api.openCycle(service.as("office"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void anyEvent_isProvedToBeInTheLedger() {
        JsonNode events = auditor.get("/ledger/events").body().path("events");
        assertThat(events.size()).isGreaterThan(20);
        for (int position : new int[] {0, 7, events.size() - 1}) {
            JsonNode proof = auditor.get("/ledger/proof/" + position).body();
            byte[] stored =
                    Base64.getDecoder().decode(events.get(position).path("data").asString());
            assertThat(proof.path("position").asString()).isEqualTo(Integer.toString(position));
            byte[] leaf = HexFormat.of().parseHex(proof.path("leaf").asString());
            assertThat(leaf).isEqualTo(CommitHash.leaf(stored));
            Checkpoint checkpoint = checkpoint(proof);
            assertThat(checkpoint.size()).isEqualTo(events.size());
            assertThat(MerkleProof.includes(
                            position, checkpoint.size(), leaf, path(proof.path("path")), checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void onlyAuditors_mayAsk_andOnlyForWhatThereIs() {
        assertThat(service.as("office").get("/ledger/proof/0").code()).isEqualTo("ROLE_MISSING");
        assertThat(service.withToken("x").get("/ledger/proof/0").status()).isEqualTo(401);
        for (String none : List.of("-1", "99999", Long.toString(Long.MAX_VALUE))) {
            Api.Answer answer = auditor.get("/ledger/proof/" + none);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("POSITION_UNKNOWN");
        }
        assertThat(auditor.get("/ledger/proof/99999999999999999999").status()).isEqualTo(400);
        assertThat(auditor.get("/ledger/proof/x").status()).isEqualTo(400);
    }

    static Checkpoint checkpoint(JsonNode proof) {
        SignedNote note = SignedNote.parse(proof.path("checkpoint").asString());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(new NoteVerifier(
                                checkpoint.origin(),
                                Ed25519Keys.publicPem(proof.path("key").asString()))
                        .accepts(note))
                .isTrue();
        return checkpoint;
    }

    static List<byte[]> path(JsonNode path) {
        return path.valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asString()))
                .toList();
    }
}
