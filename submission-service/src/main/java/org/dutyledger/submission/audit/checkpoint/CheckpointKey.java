package org.dutyledger.submission.audit.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import org.dutyledger.proof.note.Ed25519Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the key that signs checkpoints; made when there is none, readable for its owner only. */
final class CheckpointKey {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointKey.class);

    private CheckpointKey() {}

    /** The pair in this file; the public key is stored beside it as {@code <name>-public.pem}, for verifiers. */
    static KeyPair in(Path file) throws IOException {
        KeyPair keys;
        if (Files.exists(file)) {
            keys = Ed25519Keys.privatePem(Files.readString(file));
        } else {
            keys = Ed25519Keys.generate();
            write(file, Ed25519Keys.pem(keys.getPrivate()));
            LOG.warn(
                    "made the key that signs checkpoints: {}. It protects only as long as no administrator of the"
                            + " database can read it; for real use keep it elsewhere (DUTYLEDGER_CHECKPOINT_KEY) and"
                            + " publish its fingerprint",
                    file.toAbsolutePath());
        }
        Path publicKey = publicKeyOf(file);
        // a mounted secret is in a read-only folder; the key is published at its endpoint anyway
        if (!Files.exists(publicKey) && Files.isWritable(file.toAbsolutePath().getParent())) {
            Files.writeString(publicKey, Ed25519Keys.pem(keys.getPublic()));
        }
        return keys;
    }

    static Path publicKeyOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.pem$", "") + "-public.pem");
    }

    /** The whole key or none, and never over another one, also when the process is killed or two start at once. */
    private static void write(Path file, String pem) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path part = Files.createTempFile(directory, "key", ".part"); // readable for its owner only
        try {
            Files.writeString(part, pem, StandardOpenOption.WRITE);
            link(file, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void link(Path file, Path part) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(part, file);
        }
    }
}
