package org.dutyledger.submission.audit.proof;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.ExactBase64;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.submission.audit.SignedTree;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The proof of one report as JSON, written page by page: every event it was made from, the event that records it, and
 * the path of each to one checkpoint.
 */
final class ReportProof {
    private static final int PAGE_BYTES = 64 << 10;
    private static final JsonFactory JSON = new JsonFactory();
    private final SignedNote checkpoint;
    private final long size;
    private final SignedTree tree;
    private final List<StreamsRoot.End> streams;
    private final Iterator<StoredEvent> events;
    private final StoredEvent issued;
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), page);
    private boolean begun;

    /** @param events of the streams, without the one that records the report */
    ReportProof(
            SignedNote checkpoint,
            SignedTree tree,
            List<StreamsRoot.End> streams,
            Iterator<StoredEvent> events,
            StoredEvent issued) {
        this.checkpoint = checkpoint;
        this.size = Checkpoint.parse(checkpoint.text()).size();
        this.tree = tree;
        this.streams = streams;
        this.events = events;
        this.issued = issued;
    }

    /** The next bytes; nothing after the last. */
    byte[] next() {
        page.reset();
        if (!begun) {
            begun = true;
            begin();
        }
        while (events.hasNext() && page.size() < PAGE_BYTES) {
            write(events.next());
            json.flush();
        }
        if (!events.hasNext() && !json.isClosed()) {
            write(issued);
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        }
        return page.toByteArray();
    }

    private void begin() {
        json.writeStartObject();
        json.writeStringProperty("checkpoint", checkpoint.format());
        json.writeStringProperty("key", ExactBase64.encode(tree.key().getEncoded()));
        json.writeStringProperty("issued", Long.toString(issued.position()));
        json.writeArrayPropertyStart("streams");
        for (StreamsRoot.End end : streams) {
            json.writeStartObject();
            json.writeStringProperty("stream", end.stream());
            json.writeStringProperty("length", Long.toString(end.length()));
            json.writeStringProperty("lastLeaf", end.lastLeaf());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("events");
    }

    private void write(StoredEvent event) {
        json.writeStartObject();
        json.writeStringProperty("position", Long.toString(event.position()));
        json.writeStringProperty("d", ExactBase64.encode(event.data()));
        json.writeArrayPropertyStart("path");
        EventProof.path(event.position(), size, tree).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
