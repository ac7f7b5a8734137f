package org.dutyledger.verifier.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.dutyledger.proof.chain.CommitHash;
import org.dutyledger.proof.tree.MerkleTree;
import org.dutyledger.verifier.page.ScriptModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The proofs as a browser computes them: values of the reference implementation, and trees of an independent Java
 * implementation.
 */
class ProofVectorsIT {
    /** Leaves of {@code testonly/constants.go} of transparency-dev/merkle. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final String ROOT_8 = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    private static final List<String> INCLUSION_5_8 = List.of(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    private static final String ROOT_6 = "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef";
    private static final List<String> CONSISTENCY_1_8 = List.of(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    private static final List<String> CONSISTENCY_6_8 = List.of(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    private static final String HELPERS = """
            const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], b => parseInt(b, 16));
            const includes = v => module0.includes(
              BigInt(v.index), BigInt(v.size), bytes(v.leaf), v.path.map(bytes), bytes(v.root));
            const extendsTree = v => module0.extendsTree(
              BigInt(v.older), bytes(v.olderRoot), BigInt(v.newer), bytes(v.newerRoot), v.proof.map(bytes));
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

    /** SignedNoteTest of the ledger has the same vectors. */
    @ParameterizedTest
    @CsvSource({
        // an ordinary signature; one whose point differs by a point of order 2; one of a key that differs so
        "952a25a3c546c5c98d15a640aa0b45418af4d2e88b0ee4b86079c108e17312bc,17ffad8068dc0de9935d36636f3ad1b5de6de3413b12388e453b05f2a4c1d3db6c97aa96cc7d28309388105fee1b096f50bef1d8f8cd66de7fbac4f86e7fb305,true",
        "952a25a3c546c5c98d15a640aa0b45418af4d2e88b0ee4b86079c108e17312bc,d600527f9723f2166ca2c99c90c52e4a21921cbec4edc771bac4fa0d5b3e2c24dbf5a153b848f7115b779c03a72e41057deed864f265c1a646402e6615bc6001,false",
        "58d5da5c3ab93a3672ea59bf55f4babe750b2d1774f11b479f863ef71e8ced43,17ffad8068dc0de9935d36636f3ad1b5de6de3413b12388e453b05f2a4c1d3db058879deda1de6cd5094f2ba64bce1a45b8dc8b6ac8affae69e7800cfdf9a607,false"
    })
    void signature_holdsWithoutTheCofactor(String key, String signature, boolean holds) {
        assertThat(page.evaluate("""
                        ([key, signature]) => {
                          const id = module0.sha256(module0.utf8('n\\n'), Uint8Array.of(1), bytes(key)).slice(0, 4);
                          const line = { name: 'n', bytes: Uint8Array.of(...id, ...bytes(signature)) };
                          return module0.signedBy({ text: 'message', signatures: [line] }, 'n', bytes('302a300506032b6570032100' + key));
                        }""", List.of(key, signature))).isEqualTo(holds);
    }

    @Test
    void consistency_isThatOfTheReference() {
        String one = hex(CommitHash.leaf(new byte[0]));
        assertThat(extendsTree(1, one, 8, ROOT_8, CONSISTENCY_1_8)).isTrue();
        assertThat(extendsTree(6, ROOT_6, 8, ROOT_8, CONSISTENCY_6_8)).isTrue();
        assertThat(extendsTree(8, ROOT_8, 8, ROOT_8, List.of())).isTrue();
        assertThat(extendsTree(6, ROOT_8, 8, ROOT_8, CONSISTENCY_6_8)).isFalse();
        assertThat(extendsTree(6, ROOT_6, 8, ROOT_6, CONSISTENCY_6_8)).isFalse();
        assertThat(extendsTree(5, ROOT_6, 8, ROOT_8, CONSISTENCY_6_8)).isFalse();
        assertThat(extendsTree(6, ROOT_6, 8, ROOT_8, CONSISTENCY_1_8)).isFalse();
        assertThat(extendsTree(6, ROOT_6, 8, ROOT_8, CONSISTENCY_6_8.subList(0, 2)))
                .isFalse();
        assertThat(extendsTree(6, ROOT_6, 8, ROOT_8, List.of())).isFalse();
        assertThat(extendsTree(8, ROOT_8, 6, ROOT_6, CONSISTENCY_6_8)).isFalse();
        assertThat(extendsTree(8, ROOT_8, 8, ROOT_6, List.of())).isFalse();
    }

    @Test
    void everyTree_continuesEverySmallerOne_andNoOther() {
        MerkleTree tree = new MerkleTree();
        for (int newer = 1; newer <= 20; newer++) {
            tree.add(CommitHash.leaf(("event " + newer).getBytes(StandardCharsets.UTF_8)));
            String root = hex(tree.root());
            for (int older = 0; older <= newer; older++) {
                String before = hex(tree.root(older));
                List<String> proof = tree.consistency(older, newer).stream()
                        .map(ProofVectorsIT::hex)
                        .toList();
                assertThat(extendsTree(older, before, newer, root, proof)).isTrue();
                assertThat(extendsTree(older, hex(new byte[32]), newer, root, proof))
                        .isFalse();
                List<String> more = new ArrayList<>(proof);
                more.add(root);
                assertThat(extendsTree(older, before, newer, root, more)).isFalse();
                for (int at = 0; at < proof.size(); at++) {
                    List<String> altered = new ArrayList<>(proof);
                    altered.set(at, hex(new byte[32]));
                    assertThat(extendsTree(older, before, newer, root, altered)).isFalse();
                    altered.set(at, proof.get(at).substring(2));
                    assertThat(extendsTree(older, before, newer, root, altered)).isFalse();
                }
            }
        }
    }

    private static boolean extendsTree(long older, String olderRoot, long newer, String newerRoot, List<String> proof) {
        return (Boolean) page.evaluate(
                "extendsTree",
                Map.of(
                        "older",
                        "" + older,
                        "olderRoot",
                        olderRoot,
                        "newer",
                        "" + newer,
                        "newerRoot",
                        newerRoot,
                        "proof",
                        proof));
    }

    private static boolean includes(long index, long size, String leaf, List<String> path, String root) {
        return (Boolean) page.evaluate(
                "includes", Map.of("index", "" + index, "size", "" + size, "leaf", leaf, "path", path, "root", root));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
