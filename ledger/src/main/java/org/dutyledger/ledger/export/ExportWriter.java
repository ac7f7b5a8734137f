package org.dutyledger.ledger.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.chain.LineSum;
import org.dutyledger.ledger.checkpoint.CheckpointSigner;
import org.dutyledger.ledger.note.SignedNote;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes commits as lines of JSON, in order from the first, and the line that ends them. For one export. */
public final class ExportWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private byte[] sum = CommitHash.genesis();
    private long commits;

    /** The next commit as a line. */
    public byte[] line(StoredCommit commit) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
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
        }
        // the generator closed the object: the sum goes in before that brace, over all that comes before it
        byte[] line = bytes.toByteArray();
        int content = line.length - 1;
        sum = LineSum.after(sum, line, content);
        commits++;
        bytes.reset();
        bytes.write(line, 0, content);
        bytes.writeBytes(ascii(",\"sum\":\"" + HexFormat.of().formatHex(sum) + "\"}\n"));
        return bytes.toByteArray();
    }

    /** The last line; all commits up to the checkpoint's size, and no more, must have been written. */
    public byte[] end(SignedNote checkpoint, CheckpointSigner signer) {
        byte[] line = signer.seal(checkpoint, commits, sum).line();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(line.length + 1);
        bytes.writeBytes(line);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
