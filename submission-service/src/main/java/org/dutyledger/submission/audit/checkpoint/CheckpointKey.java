package org.dutyledger.submission.audit.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.dutyledger.ledger.note.Ed25519Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the key that signs checkpoints; made when there is none, readable for its owner only. */
final class CheckpointKey {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointKey.class);

    private CheckpointKey() {}

    /** The pair in this file; beside it lies the public key, {@code <name>-public.pem}, for those who verify. */
    static KeyPair in(Path file) throws IOException {
        KeyPair keys;
        if (Files.exists(file)) {
            keys = Ed25519Keys.privatePem(Files.readString(file));
        } else {
            keys = Ed25519Keys.generate();
            write(file, Ed25519Keys.pem(keys.getPrivate()));
            Files.writeString(publicKeyOf(file), Ed25519Keys.pem(keys.getPublic()));
            LOG.warn(
                    "made the key that signs checkpoints: {}. It is of use as long as nobody who administers the database"
                            + " can read it; for real use keep it elsewhere (DUTYLEDGER_CHECKPOINT_KEY) and publish its"
                            + " fingerprint",
                    file.toAbsolutePath());
        }
        return keys;
    }

    static Path publicKeyOf(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.pem$", "") + "-public.pem");
    }

    private static void write(Path file, String pem) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        FileAttribute<?>[] owner = Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, owner);
        Files.writeString(file, pem, StandardOpenOption.WRITE);
    }
}
