package org.dutyledger.proof.note;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 keys as PEM texts, as {@code openssl genpkey -algorithm ed25519} writes them, and as 32 bytes. */
public final class Ed25519Keys {
    static final int LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;

    private static final byte[] X509_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    /** 2^255 - 19. */
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    /** The y of the points of order 1, 2, 4 and 8: under such a key there are signatures that no private key made. */
    private static final Set<BigInteger> SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16));

    private Ed25519Keys() {}

    /** A new pair. */
    public static KeyPair generate() {
        return generate(new SecureRandom());
    }

    /**
     * The pair of a PEM private key (PKCS#8).
     *
     * @throws MalformedNoteException when it is not a key
     */
    public static KeyPair privatePem(String pem) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
            // the JDK computes a public key only while it generates a pair, so it is given the seed as its randomness
            KeyPair pair = generate(new Seed(seed));
            if (!Arrays.equals(key.getEncoded(), pair.getPrivate().getEncoded())) {
                throw new IllegalStateException("this JDK does not derive Ed25519 keys from a seed");
            }
            return pair;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedNoteException("not a PEM private key of Ed25519: " + e.getMessage());
        }
    }

    /**
     * A PEM public key (X.509).
     *
     * @throws MalformedNoteException when it is not a key
     */
    public static PublicKey publicPem(String pem) {
        try {
            return sound(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der(pem))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MalformedNoteException("not a PEM public key of Ed25519: " + e.getMessage());
        }
    }

    /** PEM text of a key. */
    public static String pem(java.security.Key key) {
        String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n-----END "
                + label + "-----\n";
    }

    /**
     * A public key of its 32 bytes.
     *
     * @throws MalformedNoteException when it is not a key
     */
    static PublicKey ofRaw(byte[] raw) {
        byte[] encoded = Arrays.copyOf(X509_HEADER, X509_HEADER.length + LENGTH);
        System.arraycopy(raw, 0, encoded, X509_HEADER.length, LENGTH);
        try {
            return sound(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new MalformedNoteException("not a public key of Ed25519: " + e.getMessage());
        }
    }

    private static PublicKey sound(PublicKey key) {
        BigInteger y = ((EdECPublicKey) key).getPoint().getY();
        if (y.compareTo(PRIME) >= 0 || SMALL_ORDER.contains(y)) {
            throw new MalformedNoteException(
                    "not a public key of Ed25519: its point is of small order or written otherwise");
        }
        return key;
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with Ed25519", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            // the JDK takes the number of whatever follows the first half
            return signature.length == SIGNATURE_LENGTH && ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, X509_HEADER.length, encoded.length);
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
    }

    /** Randomness that is the given bytes. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
