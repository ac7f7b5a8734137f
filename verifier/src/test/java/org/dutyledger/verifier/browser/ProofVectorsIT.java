package org.dutyledger.verifier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dutyledger.ledger.chain.CommitHash;
import org.dutyledger.ledger.tree.MerkleTree;
import org.dutyledger.verifier.page.ScriptModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The proofs as a browser computes them: values of the reference implementation, and trees of our own in Java. */
class ProofVectorsIT {
    /** Leaves of {@code testonly/constants.go} of transparency-dev/merkle. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String ROOT_8 = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    private static final List<String> INCLUSION_5_8 = List.of(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    private static final String HELPERS = """
            const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], b => parseInt(b, 16));
            const includes = v => module0.includes(
              BigInt(v.index), BigInt(v.size), bytes(v.leaf), v.path.map(bytes), bytes(v.root));
            """;

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        page = browser.chromium().newPage();
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setContent(ScriptModules.joined(Path.of("src", "main", "web"), "proof.js") + HELPERS));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void rootAndPath_areThoseOfTheReference() {
        assertThat(page.evaluate(
                        "leaves => module0.toHex(module0.merkleRoot(leaves.map(bytes).map(module0.leafHash)))", LEAVES))
                .isEqualTo(ROOT_8);
        String leaf = hex(CommitHash.leaf(HexFormat.of().parseHex(LEAVES.get(5))));
        assertThat(includes(5, 8, leaf, INCLUSION_5_8, ROOT_8)).isTrue();
        assertThat(includes(4, 8, leaf, INCLUSION_5_8, ROOT_8)).isFalse();
        assertThat(includes(5, 8, leaf, INCLUSION_5_8.subList(0, 2), ROOT_8)).isFalse();
        assertThat(includes(5, 9, leaf, INCLUSION_5_8, ROOT_8)).isFalse();
    }

    @Test
    void everyPathOfEveryTree_leadsToItsRoot_andNoAlteredOneDoes() {
        MerkleTree tree = new MerkleTree();
        for (int size = 1; size <= 33; size++) {
            tree.add(CommitHash.leaf(("event " + size).getBytes(StandardCharsets.UTF_8)));
            for (int index = 0; index < size; index++) {
                String leaf = hex(CommitHash.leaf(("event " + (index + 1)).getBytes(StandardCharsets.UTF_8)));
                List<String> path = tree.inclusion(index, size).stream()
                        .map(ProofVectorsIT::hex)
                        .toList();
                assertThat(includes(index, size, leaf, path, hex(tree.root()))).isTrue();
                assertThat(includes(index, size, hex(new byte[32]), path, hex(tree.root())))
                        .isFalse();
                assertThat(includes((index + 1) % (size + 1), size, leaf, path, hex(tree.root())))
                        .isFalse();
            }
        }
    }

    private static boolean includes(long index, long size, String leaf, List<String> path, String root) {
        return (Boolean) page.evaluate(
                "includes", Map.of("index", "" + index, "size", "" + size, "leaf", leaf, "path", path, "root", root));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
