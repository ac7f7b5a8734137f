package org.dutyledger.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dutyledger.local.client.ReportDownload;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.MerkleProof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The proof of an issued report, checked with independent hash code and nothing else from the suite. */
record ProofChecks(Path file) {

    void proves(ReportDownload report, List<Path> documents) {
        JsonNode bundle = json(bytes(file));
        assertThat(bundle.propertyNames())
                .containsExactly("format", "checkpoint", "key", "issued", "streams", "events", "framework", "model");
        assertThat(bundle.path("format").asString()).isEqualTo("dutyledger/report-proof@2");
        Checkpoint checkpoint = signed(bundle);
        Map<String, String> lastLeaves = new TreeMap<>();
        Map<String, Long> lengths = new TreeMap<>();
        JsonNode issued = null;
        long before = -1;
        for (JsonNode each : bundle.path("events")) {
            assertThat(issued).as("nothing follows the issue").isNull();
            long position = Long.parseLong(each.path("position").asString());
            assertThat(position).isGreaterThan(before);
            before = position;
            byte[] stored = base64(each.path("d"));
            byte[] leaf = sha256(new byte[] {0}, stored);
            List<byte[]> path =
                    each.path("path").valueStream().map(ProofChecks::base64).toList();
            assertThat(MerkleProof.includes(position, checkpoint.size(), leaf, path, checkpoint.root()))
                    .as("event %s is in the ledger", position)
                    .isTrue();
            JsonNode event = json(stored);
            if (position <= report.upToPosition()) {
                String stream = event.path("aggregate").asString();
                long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
                assertThat(event.path("seq").asString()).isEqualTo(Long.toString(sequence));
                lastLeaves.put(stream, HexFormat.of().formatHex(leaf));
            } else {
                assertThat(bundle.path("issued").asString()).isEqualTo(Long.toString(position));
                issued = event;
            }
        }
        assertThat(issued).isNotNull();
        List<byte[]> leaves = new ArrayList<>();
        lastLeaves.forEach((stream, leaf) -> leaves.add(
                sha256(new byte[] {0}, (stream + "\n" + lengths.get(stream) + "\n" + leaf + "\n").getBytes(UTF_8))));
        JsonNode payload = issued.path("payload");
        assertThat(issued.path("type").asString()).isEqualTo("report.issued.v3");
        assertThat(payload.path("report").asString()).isEqualTo(report.id());
        assertThat(payload.path("streamsRoot").asString())
                .isEqualTo(HexFormat.of().formatHex(root(leaves)));
        assertThat(bundle.path("streams").size()).isEqualTo(lengths.size());
        assertThat(HexFormat.of().formatHex(sha256(base64(bundle.path("model")))))
                .isEqualTo(payload.path("modelSha256").asString());
        assertThat(documents.stream()
                        .map(document -> HexFormat.of().formatHex(sha256(bytes(document))))
                        .toList())
                .containsExactlyElementsOf(payload.path("files")
                        .valueStream()
                        .map(one -> one.path("sha256").asString())
                        .toList());
    }

    private static Checkpoint signed(JsonNode bundle) {
        SignedNote note = SignedNote.parse(bundle.path("checkpoint").asString());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        String key = bundle.path("key").asString();
        assertThat(new NoteVerifier(checkpoint.origin(), Ed25519Keys.publicPem(key)).accepts(note))
                .isTrue();
        return checkpoint;
    }

    /** RFC 6962, word for word: the left subtree holds the largest power of two that is smaller than the whole. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(bytes);
    }

    private static byte[] base64(JsonNode text) {
        return Base64.getDecoder().decode(text.asString());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
