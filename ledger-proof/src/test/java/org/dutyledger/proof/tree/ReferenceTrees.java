package org.dutyledger.proof.tree;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.dutyledger.proof.chain.CommitHash;

/**
 * The eight leaves of the reference implementations of Certificate Transparency and the roots of the trees over them; the
 * values are those of {@code testonly/constants.go} of transparency-dev/merkle and of {@code testdata/consistency}.
 */
public final class ReferenceTrees {
    public static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(ReferenceTrees::hash)
            .toList();

    /** By size, from the empty tree on. */
    public static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** From 1 leaf to 8. */
    public static final List<String> CONSISTENCY_1_8 = List.of(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");

    /** From 6 leaves to 8. */
    public static final List<String> CONSISTENCY_6_8 = List.of(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    /** From 2 leaves to 5. */
    public static final List<String> CONSISTENCY_2_5 = List.of(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");

    /** Of leaf 5 in the tree of 8. */
    public static final List<String> INCLUSION_5_8 = List.of(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");

    private ReferenceTrees() {}

    public static MerkleTree tree() {
        MerkleTree tree = new MerkleTree();
        LEAVES.forEach(leaf -> tree.add(CommitHash.leaf(leaf)));
        return tree;
    }

    public static byte[] hash(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
