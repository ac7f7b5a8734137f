package org.dutyledger.ledger.mongo;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BSONException;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.StoredEvent;
import org.dutyledger.proof.chain.CommitHash;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a commit: {@code {_id, prev, h, n, c, r?, ts, e: [{a, s, t, i, d}]}}. The three members that
 * depend on the place come first and have fixed sizes, so that {@link #patch} can set them in encoded bytes.
 */
final class CommitCodec implements Codec<StoredCommit> {
    // int32 size, then for each member its type byte, its name with a closing zero, and its value
    private static final int ID_AT = 4 + 1 + "_id".length() + 1;
    private static final int PREVIOUS_AT = ID_AT + Long.BYTES + 1 + "prev".length() + 1 + 4 + 1;
    private static final int HASH_AT = PREVIOUS_AT + CommitHash.LENGTH + 1 + "h".length() + 1 + 4 + 1;

    /** Sets place and hashes in an encoded commit. */
    static void patch(byte[] encoded, long position, byte[] previousHash, byte[] hash) {
        ByteBuffer.wrap(encoded)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putLong(ID_AT, position)
                .put(PREVIOUS_AT, previousHash)
                .put(HASH_AT, hash);
    }

    @Override
    public void encode(BsonWriter writer, StoredCommit commit, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64("_id", commit.position());
        writer.writeBinaryData("prev", new BsonBinary(commit.previousHash()));
        writer.writeBinaryData("h", new BsonBinary(commit.hash()));
        writer.writeInt32("n", commit.events().size());
        writer.writeBinaryData("c", new BsonBinary(commit.id()));
        if (commit.requestId() != null) {
            writer.writeString("r", commit.requestId());
        }
        writer.writeDateTime("ts", commit.recordedAt().toEpochMilli());
        writer.writeStartArray("e");
        for (StoredEvent event : commit.events()) {
            writer.writeStartDocument();
            writer.writeString("a", event.stream());
            writer.writeInt64("s", event.sequence());
            writer.writeString("t", event.type());
            writer.writeString("i", event.id());
            writer.writeBinaryData("d", new BsonBinary(event.data()));
            writer.writeEndDocument();
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    /** @throws BSONException when the document has not the form of a commit */
    @Override
    public StoredCommit decode(BsonReader reader, DecoderContext context) {
        StoredCommit commit;
        try {
            commit = decode(reader);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BSONException(String.valueOf(e.getMessage()), e);
        }
        if (commit.hash().length != CommitHash.LENGTH
                || commit.previousHash().length != CommitHash.LENGTH
                || commit.events().isEmpty()) {
            throw new BSONException("the document with _id " + commit.position() + " has no hashes or no events");
        }
        return commit;
    }

    private static StoredCommit decode(BsonReader reader) {
        long position = 0;
        UUID id = new UUID(0, 0);
        @Nullable String requestId = null;
        Instant recordedAt = Instant.EPOCH;
        byte[] previousHash = {};
        byte[] hash = {};
        List<EventFields> events = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> position = reader.readInt64();
                case "prev" -> previousHash = reader.readBinaryData().getData();
                case "h" -> hash = reader.readBinaryData().getData();
                case "c" -> id = reader.readBinaryData().asUuid(UuidRepresentation.STANDARD);
                case "r" -> requestId = reader.readString();
                case "ts" -> recordedAt = Instant.ofEpochMilli(reader.readDateTime());
                case "e" -> events = decodeEvents(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        List<StoredEvent> placed = new ArrayList<>(events.size());
        for (EventFields e : events) {
            placed.add(new StoredEvent(position + placed.size(), e.stream, e.sequence, e.type, e.id, e.data));
        }
        return new StoredCommit(position, id, requestId, recordedAt, previousHash, hash, placed);
    }

    private record EventFields(String stream, long sequence, String type, String id, byte[] data) {}

    private static List<EventFields> decodeEvents(BsonReader reader) {
        List<EventFields> events = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            reader.readStartDocument();
            String stream = "";
            long sequence = 0;
            String type = "";
            String id = "";
            byte[] data = {};
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                switch (reader.readName()) {
                    case "a" -> stream = reader.readString();
                    case "s" -> sequence = reader.readInt64();
                    case "t" -> type = reader.readString();
                    case "i" -> id = reader.readString();
                    case "d" -> data = reader.readBinaryData().getData();
                    default -> reader.skipValue();
                }
            }
            reader.readEndDocument();
            events.add(new EventFields(stream, sequence, type, id, data));
        }
        reader.readEndArray();
        return events;
    }

    @Override
    public Class<StoredCommit> getEncoderClass() {
        return StoredCommit.class;
    }
}
