package org.dutyledger.document.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes ZIP files. {@link java.util.zip.ZipOutputStream} gives other bytes with another zlib; a report's file must be
 * made again byte for byte, also by a verifier in another language.
 */
public final class ZipFile {
    private static final int LOCAL = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short DEFLATED = 8;
    private static final short FIRST_OF_JANUARY_1980 = 0x21;
    private static final int LONGEST_RECORD = 64;
    private final List<byte[]> file = new ArrayList<>();
    private final List<byte[]> directory = new ArrayList<>();

    private ZipFile() {}

    /**
     * The file of these entries, in the map's order.
     *
     * @param parts contents by name; names are ASCII
     */
    public static byte[] of(Map<String, byte[]> parts) {
        ZipFile zip = new ZipFile();
        parts.forEach(zip::add);
        int at = length(zip.file);
        int size = length(zip.directory);
        zip.file.addAll(zip.directory);
        short count = (short) parts.size();
        zip.file.add(bytes(record(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count)
                .putInt(size)
                .putInt(at)
                .putShort((short) 0)));
        ByteBuffer all = ByteBuffer.allocate(length(zip.file));
        zip.file.forEach(all::put);
        return all.array();
    }

    private void add(String name, byte[] content) {
        int at = length(file);
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        byte[] data = Deflated.of(content);
        file.add(bytes(described(record(LOCAL), content, data, letters)));
        file.add(letters);
        file.add(data);
        ByteBuffer entry = described(record(ENTRY).putShort(VERSION), content, data, letters);
        // no comment, first disk, no attributes
        entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        directory.add(bytes(entry.putInt(at)));
        directory.add(letters);
    }

    /** The common part of a local header and an entry of the directory. */
    private static ByteBuffer described(ByteBuffer record, byte[] content, byte[] data, byte[] name) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return record.putShort(VERSION)
                .putShort((short) 0)
                .putShort(DEFLATED)
                .putShort((short) 0)
                .putShort(FIRST_OF_JANUARY_1980)
                .putInt((int) crc.getValue())
                .putInt(data.length)
                .putInt(content.length)
                .putShort((short) name.length)
                .putShort((short) 0);
    }

    private static ByteBuffer record(int kind) {
        return ByteBuffer.allocate(LONGEST_RECORD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(kind);
    }

    private static byte[] bytes(ByteBuffer record) {
        byte[] bytes = new byte[record.position()];
        record.flip().get(bytes);
        return bytes;
    }

    private static int length(List<byte[]> chunks) {
        return chunks.stream().mapToInt(c -> c.length).reduce(0, Math::addExact);
    }
}
