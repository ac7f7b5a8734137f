package org.dutyledger.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The key pair of an installation as two PEM files, made once; only the owner can read the private one. It is of the curve
 * P-256: an RSA key pair takes seconds to generate on a small machine. Existing RSA key pairs remain in use.
 */
public final class KeyFiles {
    private static final String PRIVATE = "jwt-private.pem";
    private static final String PUBLIC = "jwt-public.pem";

    private final Path directory;

    private KeyFiles(Path directory) {
        this.directory = directory;
    }

    /** The key pair in this directory, created if missing. */
    public static KeyFiles in(Path directory) {
        KeyFiles files = new KeyFiles(directory);
        try {
            Files.createDirectories(directory);
            if (!Files.exists(files.privateKeyFile())) {
                files.generate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Whether there is a key pair in this directory. */
    public static boolean areIn(Path directory) {
        return Files.exists(directory.resolve(PRIVATE));
    }

    /** PEM X.509 public key: what the services check tokens with. */
    public Path publicKeyFile() {
        return directory.resolve(PUBLIC);
    }

    /** PEM PKCS#8 private key: its holder can act as any user. */
    public Path privateKeyFile() {
        return directory.resolve(PRIVATE);
    }

    /** The key that signs tokens, of P-256 or RSA. */
    PrivateKey privateKey() {
        try {
            String pem = Files.readString(privateKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
            PKCS8EncodedKeySpec encoded =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            try {
                return KeyFactory.getInstance("EC").generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                return KeyFactory.getInstance("RSA").generatePrivate(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(privateKeyFile() + " holds no private key of P-256 or RSA", e);
        }
    }

    /** Writes a file that only its owner can read, where the file system knows owners; as a whole or not at all. */
    public static void writeSecret(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        FileAttribute<?>[] attributes =
                Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
                        : new FileAttribute<?>[0];
        Files.createFile(part, attributes);
        Files.writeString(part, text, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void generate() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            Files.writeString(
                    publicKeyFile(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            writeSecret(privateKeyFile(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
