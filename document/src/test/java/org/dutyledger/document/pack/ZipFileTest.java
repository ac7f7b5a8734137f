package org.dutyledger.document.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways of reading a ZIP file find every entry as it was. */
class ZipFileTest {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    ZipFileTest() {
        parts.put("b/second.txt", "content content content".getBytes(StandardCharsets.UTF_8));
        parts.put("a.txt", new byte[0]);
        parts.put("large", new byte[100_000]);
    }

    @Test
    void entries_areReadOneAfterTheOther() throws IOException {
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ZipFile.of(parts)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(read.keySet()).containsExactlyElementsOf(parts.keySet());
        read.forEach((name, content) -> assertThat(content).isEqualTo(parts.get(name)));
    }

    @Test
    void entries_areReadByTheDirectory(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file.zip"), ZipFile.of(parts));
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(parts.size());
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                assertThat(zip.getInputStream(zip.getEntry(part.getKey())).readAllBytes())
                        .isEqualTo(part.getValue());
            }
        }
    }
}
