package org.dutyledger.proof.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dutyledger.proof.chain.CommitHash;

/**
 * One hash for how far each of several streams reaches. With it a verifier can check that none of their events was left
 * out, neither at the end of a stream nor a stream as a whole.
 */
public final class StreamsRoot {
    /** The order of the streams: that of the UTF-8 bytes of their names. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(stream -> stream.getBytes(UTF_8), Arrays::compareUnsigned);

    private StreamsRoot() {}

    /**
     * How far a stream reaches.
     *
     * @param length events in it, at least 1
     * @param lastLeaf leaf hash of the last of them, lower-case hex
     */
    public record End(String stream, long length, String lastLeaf) {
        public End {
            if (length < 1 || !lastLeaf.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a stream ends with an event and its leaf hash");
            }
        }
    }

    /**
     * Root of the Merkle tree (RFC 6962) over the streams' leaves in {@link #ORDER}, however they are given.
     *
     * @throws IllegalArgumentException when a stream occurs twice
     */
    public static byte[] of(Collection<End> ends) {
        SortedMap<String, byte[]> leaves = new TreeMap<>(ORDER);
        for (End end : ends) {
            if (leaves.put(end.stream(), leaf(end)) != null) {
                throw new IllegalArgumentException("stream '" + end.stream() + "' occurs twice");
            }
        }
        MerkleTree tree = new MerkleTree();
        leaves.values().forEach(tree::add);
        return tree.root();
    }

    /** The root as it is recorded: lower-case hex. */
    public static String hex(Collection<End> ends) {
        return HexFormat.of().formatHex(of(ends));
    }

    /** SHA-256(0x00 ‖ name, newline, length in decimal, newline, last leaf in hex, newline). */
    static byte[] leaf(End end) {
        return CommitHash.leaf((end.stream() + "\n" + end.length() + "\n" + end.lastLeaf() + "\n").getBytes(UTF_8));
    }
}
