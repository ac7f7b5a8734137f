package org.dutyledger.verifier.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.indicators.files.FrameworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageBuilderTest {
    private static final Path SOURCES = Path.of("src", "main", "web");

    @TempDir
    Path folder;

    @Test
    void page_isOneFile_thatMayRunItsOwnScriptAndNothingElse() throws Exception {
        String page = PageBuilder.page(SOURCES);
        assertThat(page)
                .contains("default-src 'none'", "connect-src 'none'")
                .contains("script-src '" + hash(between(page, "<script>", "</script>")) + "'")
                .contains("style-src '" + hash(between(page, "<style>", "</style>")) + "'")
                .contains(
                        "[[\"zhejiang-county-2021 1\",\"",
                        ",[\"zhejiang-county-2021 2\",\""
                                + FrameworkFiles.newest("zhejiang-county-2021")
                                        .framework()
                                        .sha256() + "\"]]")
                .doesNotContain("'unsafe-")
                .doesNotContain("\r")
                .doesNotContainPattern("(?m)^(export .*|import .* from '\\./.*)$")
                .doesNotContainPattern("(?i)<(script|link|img|iframe)[^>]* (src|href)=\"(?!data:)");
    }

    @Test
    void libraries_areTheFilesThatTheirAuthorsPublished() throws Exception {
        List<String[]> rows = Files.readAllLines(SOURCES.resolve("vendor/THIRD-PARTY.md")).stream()
                .filter(line -> line.matches("\\| \\S+\\.js \\|.*"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .toList();
        assertThat(rows).hasSize(6);
        for (String[] row : rows) {
            byte[] file = Files.readAllBytes(SOURCES.resolve("vendor").resolve(row[1]));
            assertThat(row[5]).as(row[1]).isEqualTo(HexFormat.of().formatHex(sha256(file)));
            assertThat(SOURCES.resolve("vendor").resolve(row[4].substring(row[4].indexOf("LICENSE"))))
                    .isNotEmptyFile();
        }
    }

    @Test
    void modules_comeAfterWhatTheyImport_eachOnce() throws IOException {
        write("a.js", "import { b as c } from './b.js';\nimport * as d from './d.js';\nexport const a = c + d.d;\n");
        write("b.js", "import { d } from './d.js';\nconst b = d;\nexport { b };\n");
        write("d.js", "export function d() {\n}\nexport async function e() {\n}\nexport class F {}\n");
        assertThat(ScriptModules.joined(folder, "a.js")).isEqualTo("""
                'use strict';
                const module2 = (() => {
                function d() {
                }
                async function e() {
                }
                class F {}
                return { d, e, F };
                })();
                const module1 = (() => {
                const { d } = module2;
                const b = d;
                return { b };
                })();
                const module0 = (() => {
                const { b: c } = module1;
                const d = module2;
                const a = c + d.d;
                return { a };
                })();
                """);
    }

    @Test
    void textOfAFile_becomesAConstant_thatCannotEndTheScript() throws IOException {
        write("a.js", "import b from './b.txt' with { type: 'text' };\nexport const a = b;\n");
        write("b.txt", "one \"two\"\\\r\n</script>");
        assertThat(ScriptModules.joined(folder, "a.js"))
                .contains("const b = \"one \\\"two\\\"\\\\\\n<\\/script>\";\nconst a = b;\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export default 1;\n",
                "export * from './b.js';\n",
                "import './b.js';\n",
                "import b from './b.js';\n",
                "import { a } from './a.js';\n",
                "import { absent } from './b.js';\n"
            })
    void unknownSyntax_isRefused(String source) throws IOException {
        write("a.js", source);
        write("b.js", "\n");
        assertThatThrownBy(() -> ScriptModules.joined(folder, "a.js")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aScriptThatWouldEndItself_isRefused() throws IOException {
        write("verify.html", Files.readString(SOURCES.resolve("verify.html")));
        write("page.css", "");
        write("page.js", "const end = '</Script>';\n");
        assertThatThrownBy(() -> PageBuilder.page(folder)).hasMessageContaining("end its own element");
        write("page.js", "");
        write("verify.html", "<!doctype html>");
        assertThatThrownBy(() -> PageBuilder.page(folder)).hasMessageContaining("verify.html has no");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String between(String page, String from, String to) {
        Matcher found = Pattern.compile(Pattern.quote(from) + "(.*)" + Pattern.quote(to), Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String hash(String text) throws Exception {
        return "sha256-" + Base64.getEncoder().encodeToString(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
