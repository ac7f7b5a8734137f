package org.dutyledger.verifier.readback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the parts of a ZIP file, within limits: a small file may unpack to a huge one. */
final class ZipParts {
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_BYTES = 1 << 27;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private ZipParts() {}

    /** Contents by lower-case name: of a package, names that differ in case alone are the same. */
    static Map<String, byte[]> of(byte[] file) throws UnreadableReportException {
        requireNoGaps(file);
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int left = MOST_BYTES;
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                count++;
                if (left < 0 || count > MOST_PARTS) {
                    throw new UnreadableReportException(
                            "ZIP 展开后超过 %s 字节或 %s 个部分",
                            "the ZIP unpacks to more than %s bytes or %s parts", MOST_BYTES, MOST_PARTS);
                }
                boolean folder = entry.isDirectory() && bytes.length == 0;
                if (!folder && parts.put(entry.getName().toLowerCase(Locale.ROOT), bytes) != null) {
                    throw new UnreadableReportException("ZIP 里有两个 %s", "the ZIP holds %s twice", entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableReportException("不是完好的 ZIP：%s", "no sound ZIP: %s", String.valueOf(e.getMessage()));
        }
        return parts;
    }

    /**
     * We read entry after entry, others by the directory at the end. Both see the same only where the entries of the
     * directory lie one behind the other and fill the file.
     */
    private static void requireNoGaps(byte[] file) throws UnreadableReportException {
        ByteBuffer zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = file.length - END_LENGTH;
            int directory = zip.getInt(end + 16);
            boolean sound = zip.getInt(end) == END && directory + zip.getInt(end + 12) == end;
            TreeMap<Integer, Integer> entries = new TreeMap<>();
            int count = 0;
            for (int at = directory; sound && at < end; count++) {
                int entry = zip.getInt(at + 42);
                sound = zip.getInt(at) == ENTRY
                        // without it reading entry after entry would end here, unnoticed
                        && zip.getInt(entry) == LOCAL
                        && name(zip, at + 28, at + 46).equals(name(zip, entry + 26, entry + 30))
                        // flags and method: else one unpacks what another takes as it is
                        && zip.getInt(at + 8) == zip.getInt(entry + 6);
                entries.put(entry, zip.getInt(at + 20));
                at += 46 + size(zip, at + 28) + size(zip, at + 30) + size(zip, at + 32);
            }
            int next = 0;
            for (Map.Entry<Integer, Integer> entry : entries.entrySet()) {
                int at = entry.getKey();
                sound &= isBehind(at, next);
                next = at + 30 + size(zip, at + 26) + size(zip, at + 28) + entry.getValue();
            }
            if (sound && entries.size() == count && isBehind(directory, next)) {
                return;
            }
        } catch (IndexOutOfBoundsException e) {
            // told below
        }
        throw new UnreadableReportException(
                "不是完好的 ZIP：目录与内容不符", "no sound ZIP: its directory is not that of its entries");
    }

    private static ByteBuffer name(ByteBuffer zip, int length, int at) {
        return zip.slice(at, size(zip, length));
    }

    private static int size(ByteBuffer zip, int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    /** Directly, or with the lengths between that follow what was packed in one go. */
    private static boolean isBehind(int at, int end) {
        return at == end || at == end + 12 && end > 0 || at == end + 16 && end > 0;
    }
}
