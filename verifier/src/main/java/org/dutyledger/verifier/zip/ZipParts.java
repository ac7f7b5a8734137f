package org.dutyledger.verifier.zip;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.dutyledger.verifier.readback.UnreadableReportException;

/** Reads the parts of a ZIP file, within limits: a small file may unpack to a huge one. */
public final class ZipParts {
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_BYTES = 1 << 27;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Names that every program spells alike. */
    private static final Pattern NAME = Pattern.compile("[ -~]+");

    private ZipParts() {}

    /**
     * Contents by name. Of a package, names that differ in case alone are the same: there are no two of them.
     *
     * @throws UnreadableReportException when the file is not a ZIP that every program unpacks alike, or is too large
     */
    public static Map<String, byte[]> of(byte[] file) throws UnreadableReportException {
        List<ZipDirectory.Entry> entries = ZipDirectory.of(file);
        long bytes = entries.stream().mapToLong(ZipDirectory.Entry::size).sum();
        if (bytes > MOST_BYTES || entries.size() > MOST_PARTS) {
            throw new UnreadableReportException(
                    "ZIP 展开后超过 %s 字节或 %s 个部分",
                    "the ZIP unpacks to more than %s bytes or %s parts", MOST_BYTES, MOST_PARTS);
        }
        Map<String, byte[]> parts = new TreeMap<>();
        Set<String> names = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (ZipDirectory.Entry entry : entries) {
            byte[] content = content(file, entry);
            String name = entry.name();
            if (!NAME.matcher(name).matches()) {
                throw new UnreadableReportException("ZIP 里的名称 %s 不可用", "the ZIP holds the unusable name %s", name);
            }
            String folded = name.toLowerCase(Locale.ROOT);
            if (name.endsWith("/") && content.length == 0) {
                folders.add(folded.substring(0, folded.length() - 1));
            } else if (parts.put(name, content) != null || !names.add(folded)) {
                throw new UnreadableReportException("ZIP 里有两个 %s", "the ZIP holds %s twice", name);
            }
        }
        // a program that unpacks the folder has no room for the part
        if (folders.stream().anyMatch(names::contains)) {
            throw new UnreadableReportException("ZIP 里有与部件同名的目录", "the ZIP holds a folder of the name of a part");
        }
        return parts;
    }

    /** Of the length and sum in the directory, with nothing left of the packed data. */
    private static byte[] content(byte[] file, ZipDirectory.Entry entry) throws UnreadableReportException {
        byte[] content = new byte[entry.size()];
        Inflater inflater = new Inflater(true);
        try {
            boolean whole = entry.packed() == entry.size();
            if (entry.method() == DEFLATED) {
                inflater.setInput(file, entry.data(), entry.packed());
                int length = unpack(inflater, content);
                whole = length == content.length && inflater.finished() && inflater.getRemaining() == 0;
            } else if (entry.method() == STORED && whole) {
                System.arraycopy(file, entry.data(), content, 0, content.length);
            }
            CRC32 crc = new CRC32();
            crc.update(content);
            if (whole
                    && (entry.method() == DEFLATED || entry.method() == STORED)
                    && (int) crc.getValue() == entry.crc()) {
                return content;
            }
        } catch (DataFormatException e) {
            // named below
        } finally {
            inflater.end();
        }
        throw new UnreadableReportException(
                "不是完好的 ZIP：%s 与目录所列不符", "not a sound ZIP: %s differs from the directory", entry.name());
    }

    /** Unpacks until the end or until the buffer is full. */
    private static int unpack(Inflater inflater, byte[] content) throws DataFormatException {
        int length = 0;
        byte[] more = new byte[1];
        while (!inflater.finished()) {
            boolean full = length == content.length;
            int read = full ? inflater.inflate(more) : inflater.inflate(content, length, content.length - length);
            if (full && read > 0 || read == 0 && !inflater.finished()) {
                return -1;
            }
            length += read;
        }
        return length;
    }
}
