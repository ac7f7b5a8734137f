package org.dutyledger.ledger.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.chain.LineSum;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.SignedNote;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the lines of an export: a head, the commits in order from the first, each earlier checkpoint after the commit
 * that it ends with, a seal. For one export.
 */
public final class ExportWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private byte[] sum = CommitHash.genesis();
    private long commits;

    /** The first line: the checkpoint at which the export will end, and the key that signed it. */
    public byte[] head(SignedNote checkpoint, PublicKey key) {
        return summed(json -> {
            json.writeStringProperty("format", "dutyledger/export@2");
            json.writeStringProperty("checkpoint", checkpoint.format());
            json.writeStringProperty("key", Base64.getEncoder().encodeToString(key.getEncoded()));
        });
    }

    /** The next commit. */
    public byte[] line(StoredCommit commit) {
        commits++;
        return summed(json -> {
            json.writeStringProperty("position", Long.toString(commit.position()));
            json.writeStringProperty("commit", commit.id().toString());
            json.writeStringProperty("request", commit.requestId());
            json.writeStringProperty("recordedAt", commit.recordedAt().toString());
            json.writeStringProperty("prev", HexFormat.of().formatHex(commit.previousHash()));
            json.writeStringProperty("hash", HexFormat.of().formatHex(commit.hash()));
            json.writeArrayPropertyStart("events");
            for (StoredEvent event : commit.events()) {
                json.writeStartObject();
                json.writeStringProperty("stream", event.stream());
                json.writeStringProperty("sequence", Long.toString(event.sequence()));
                json.writeStringProperty("type", event.type());
                json.writeStringProperty("id", event.id());
                json.writeStringProperty("d", Base64.getEncoder().encodeToString(event.data()));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** A checkpoint signed earlier, of exactly the commits written so far. */
    public byte[] kept(SignedNote checkpoint) {
        return summed(json -> json.writeStringProperty("checkpoint", checkpoint.format()));
    }

    /** The last line; all commits up to the checkpoint of the head, and no more, must have been written. */
    public byte[] seal(CheckpointSigner signer) {
        SignedNote seal = signer.seal(commits, sum);
        return line(object(json -> json.writeStringProperty("seal", seal.format())));
    }

    /** The last line of an export that cannot be ended, in place of the seal. */
    public byte[] refusal(String code, long position, String detail) {
        return line(object(json -> {
            json.writeStringProperty("refused", code);
            json.writeStringProperty("position", Long.toString(position));
            json.writeStringProperty("detail", detail);
        }));
    }

    /** Sum of the lines so far. */
    public byte[] sum() {
        return sum.clone();
    }

    private byte[] summed(Consumer<JsonGenerator> members) {
        byte[] object = object(members);
        // the sum is inserted before the closing brace and covers everything before it
        int content = object.length - 1;
        sum = LineSum.after(sum, object, content);
        ByteArrayOutputStream line = new ByteArrayOutputStream(object.length + 80);
        line.write(object, 0, content);
        line.writeBytes((",\"sum\":\"" + HexFormat.of().formatHex(sum) + "\"}\n").getBytes(StandardCharsets.US_ASCII));
        return line.toByteArray();
    }

    private static byte[] object(Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static byte[] line(byte[] object) {
        byte[] line = Arrays.copyOf(object, object.length + 1);
        line[object.length] = '\n';
        return line;
    }
}
