package org.dutyledger.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries of the page are the files that their authors published. */
class VendoredFilesTest {
    private static final String FOLDER = "/static/ui/vendor/";

    @Test
    void everyFile_hasTheHashAndTheLicenceThatAreNoted() throws IOException, NoSuchAlgorithmException {
        List<String[]> rows = new String(read("THIRD-PARTY.md"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("\\| \\S+\\.js \\|.*"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .toList();
        assertThat(rows).hasSize(2);
        for (String[] row : rows) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(read(row[1]));
            assertThat(row[5]).as(row[1]).isEqualTo(HexFormat.of().formatHex(hash));
            assertThat(read(row[4].substring(row[4].indexOf("LICENSE")))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/index.html", "/static/audit.html"})
    void page_hasNoInlineScriptOrStyle(String file) throws IOException {
        try (InputStream index = VendoredFilesTest.class.getResourceAsStream(file)) {
            String page = new String(index.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(page).doesNotContain("<style", "style=", "onclick").doesNotContainPattern("<script[^>]*>[^<]");
        }
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = VendoredFilesTest.class.getResourceAsStream(FOLDER + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes();
        }
    }
}
