package org.dutyledger.verifier.readback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads parts of a ZIP file, within limits: a small file may unpack to a huge one. */
final class ZipParts {
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_BYTES = 1 << 27;
    private static final int CHUNK = 1 << 16;

    private ZipParts() {}

    static Map<String, byte[]> of(byte[] file, Predicate<String> wanted) throws UnreadableReportException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long left = MOST_BYTES;
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = wanted.test(entry.getName()) ? zip.readNBytes((int) left + 1) : new byte[0];
                left -= bytes.length + rest(zip, left - bytes.length);
                count++;
                if (left < 0 || count > MOST_PARTS) {
                    throw new UnreadableReportException(
                            "ZIP 展开后超过 %s 字节或 %s 个部分",
                            "the ZIP unpacks to more than %s bytes or %s parts", MOST_BYTES, MOST_PARTS);
                }
                if (wanted.test(entry.getName()) && parts.put(entry.getName(), bytes) != null) {
                    throw new UnreadableReportException("ZIP 里有两个 %s", "the ZIP holds %s twice", entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableReportException("不是完好的 ZIP：%s", "no sound ZIP: %s", String.valueOf(e.getMessage()));
        }
        return parts;
    }

    /** Unpacks what nobody wants, up to a limit, and tells how much it was. */
    private static long rest(ZipInputStream zip, long limit) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long all = 0;
        for (int n = zip.read(chunk); n >= 0 && all <= limit; n = zip.read(chunk)) {
            all += n;
        }
        return all;
    }
}
