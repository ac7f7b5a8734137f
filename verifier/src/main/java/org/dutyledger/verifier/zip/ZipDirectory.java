package org.dutyledger.verifier.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The directory of a ZIP file in which sequential readers see the same as readers of the directory: its entries fill
 * the file, one directly after the other, and the header of each agrees with the directory.
 */
final class ZipDirectory {
    /**
     * Extra fields that a packer may add to an entry: times, owners, the mark of a JAR, and room that Office leaves.
     */
    private static final Set<Integer> HARMLESS = Set.of(0x5455, 0x000a, 0x7875, 0xcafe, 0xa220);

    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIBED_BEHIND = 1 << 3;
    // compression level, sizes after the data, names in UTF-8
    private static final int KNOWN_FLAGS = 1 << 1 | 1 << 2 | DESCRIBED_BEHIND | 1 << 11;
    private static final int SUMS = 12;
    private final ByteBuffer zip;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * An entry.
     *
     * @param begin where its header begins
     * @param data where its data begin
     * @param end end of everything that belongs to it
     */
    record Entry(String name, int method, int crc, int packed, int size, int begin, int data, int end) {}

    private ZipDirectory(byte[] file) {
        zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static List<Entry> of(byte[] file) throws UnsoundZipException {
        try {
            ZipDirectory directory = new ZipDirectory(file);
            directory.read(file.length - END_LENGTH);
            return directory.entries;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new UnsoundZipException();
        }
    }

    private void read(int end) throws UnsoundZipException {
        int start = zip.getInt(end + 16);
        require(zip.getInt(end) == END && start >= 0 && start + zip.getInt(end + 12) == end);
        // one disk, no comment
        require(zip.getInt(end + 4) == 0 && size(end + 20) == 0);
        for (int at = start; at < end; ) {
            require(zip.getInt(at) == ENTRY);
            entries.add(entry(at));
            at += ENTRY_LENGTH + size(at + 28) + size(at + 30);
        }
        require(size(end + 8) == entries.size() && size(end + 10) == entries.size());
        int next = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::begin)).toList()) {
            require(entry.begin() == next);
            next = entry.end();
        }
        require(next == start);
    }

    private Entry entry(int at) throws UnsoundZipException {
        int begin = zip.getInt(at + 42);
        int flags = size(at + 8);
        require(begin >= 0 && zip.getInt(begin) == LOCAL && (flags & ~KNOWN_FLAGS) == 0);
        // without a comment, on the first disk
        require(zip.getInt(at + 32) == 0);
        int name = size(at + 28);
        int extra = size(begin + 28);
        boolean same = zip.slice(at + ENTRY_LENGTH, name).equals(zip.slice(begin + LOCAL_LENGTH, size(begin + 26)))
                // flags and method
                && zip.getInt(at + 8) == zip.getInt(begin + 6);
        require(same);
        harmless(at + ENTRY_LENGTH + name, size(at + 30));
        harmless(begin + LOCAL_LENGTH + name, extra);
        ByteBuffer sums = zip.slice(at + 16, SUMS);
        ByteBuffer local = zip.slice(begin + 14, SUMS);
        boolean behind = (flags & DESCRIBED_BEHIND) != 0;
        require(local.equals(sums) || behind && local.equals(ByteBuffer.allocate(SUMS)));
        int packed = zip.getInt(at + 20);
        int data = begin + LOCAL_LENGTH + name + extra;
        require(packed >= 0 && zip.getInt(at + 24) >= 0);
        int end = data + packed + (behind ? descriptor(data + packed, sums) : 0);
        String text = StandardCharsets.UTF_8
                .decode(zip.slice(at + ENTRY_LENGTH, name))
                .toString();
        return new Entry(text, size(at + 10), zip.getInt(at + 16), packed, zip.getInt(at + 24), begin, data, end);
    }

    /** The length of the sums after the data, with or without their mark, which must be those of the directory. */
    private int descriptor(int at, ByteBuffer sums) throws UnsoundZipException {
        int mark = zip.getInt(at) == DESCRIPTOR && zip.slice(at + 4, SUMS).equals(sums) ? 4 : 0;
        require(zip.slice(at + mark, SUMS).equals(sums));
        return mark + SUMS;
    }

    private void harmless(int from, int length) throws UnsoundZipException {
        int at = from;
        while (at < from + length) {
            require(HARMLESS.contains(size(at)));
            at += 4 + size(at + 2);
        }
        require(at == from + length);
    }

    private int size(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private static void require(boolean sound) throws UnsoundZipException {
        if (!sound) {
            throw new UnsoundZipException();
        }
    }
}
