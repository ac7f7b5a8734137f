package org.dutyledger.gateway.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Events in a Merkle tree with a signed root, as the standards say and with nothing but the JDK. */
final class SignedEvents {
    private static final String NAME = "dutyledger/ledger";
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final List<byte[]> leaves;
    private final KeyPair keys;

    SignedEvents(List<byte[]> events) {
        this.leaves =
                events.stream().map(event -> sha256(new byte[] {0}, event)).toList();
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + BASE64.encodeToString(publicKey()) + "\n-----END PUBLIC KEY-----\n";
    }

    String fingerprint() {
        return HexFormat.of().formatHex(sha256(publicKey()));
    }

    String checkpoint() {
        return checkpoint(leaves);
    }

    /** The checkpoint of the first events only. */
    String checkpoint(int size) {
        return checkpoint(leaves.subList(0, size));
    }

    /** A checkpoint with a valid signature, of a history of which the first event was another. */
    String rewritten(int size) {
        List<byte[]> others = new ArrayList<>(leaves.subList(0, size));
        others.set(0, sha256(new byte[] {0}, "another".getBytes(UTF_8)));
        return checkpoint(others);
    }

    /** What the service answers to who asks whether one size continues another. */
    String consistency(int from, int to) {
        List<String> proof = between(from, leaves.subList(0, to), true).stream()
                .map(hash -> '"' + BASE64.encodeToString(hash) + '"')
                .toList();
        return """
                {"from":"%d","to":"%d","proof":%s}""".formatted(from, to, proof);
    }

    private String checkpoint(List<byte[]> leaves) {
        String text = NAME + "\n" + leaves.size() + "\n" + BASE64.encodeToString(root(leaves)) + "\n";
        byte[] raw = Arrays.copyOfRange(publicKey(), 12, 44);
        byte[] id = Arrays.copyOf(sha256((NAME + "\n").getBytes(UTF_8), new byte[] {1}, raw), 4);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "\n\u2014 " + NAME + " " + BASE64.encodeToString(join(id, signature.sign())) + "\n";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What the service answers to who asks for the proof of one event. */
    String proof(int position) {
        List<String> path = path(position, leaves).stream()
                .map(hash -> '"' + BASE64.encodeToString(hash) + '"')
                .toList();
        return """
                {"checkpoint":"%s","key":"%s","position":"%d","leaf":"%s","path":%s}""".formatted(
                        checkpoint().replace("\n", "\\n"),
                        BASE64.encodeToString(publicKey()),
                        position,
                        HexFormat.of().formatHex(leaves.get(position)),
                        path);
    }

    private byte[] publicKey() {
        return keys.getPublic().getEncoded();
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = split(leaves);
        return sha256(new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(leaves);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(index, left) : path(index - split, right);
        path.add(root(index < split ? right : left));
        return path;
    }

    /** RFC 6962, 2.1.2: {@code whole} as long as the older tree is known by its own root. */
    private static List<byte[]> between(int older, List<byte[]> leaves, boolean whole) {
        if (older == leaves.size()) {
            return new ArrayList<>(whole ? List.of() : List.of(root(leaves)));
        }
        int split = split(leaves);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = older <= split ? between(older, left, whole) : between(older - split, right, false);
        proof.add(root(older <= split ? right : left));
        return proof;
    }

    private static int split(List<byte[]> leaves) {
        return Integer.highestOneBit(leaves.size() - 1);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
