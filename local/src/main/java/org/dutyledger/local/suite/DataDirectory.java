package org.dutyledger.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.machine.BackendException;

/** Where one installation keeps everything: databases, Kafka's log, keys, its log file, issued files. */
public record DataDirectory(Path root) {
    private static final String KEYS = "keys";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Creates the directory; only its owner may enter.
     *
     * @throws BackendException when it belongs to another program: not empty, and never used by a suite
     */
    public DataDirectory create() {
        try {
            if (isForeign()) {
                throw new BackendException(
                        root + " holds other files; choose a new or an empty directory by --data", null);
            }
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        root, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + root, e);
        }
        return this;
    }

    private boolean isForeign() throws IOException {
        if (!Files.isDirectory(root) || Files.exists(lock()) || Files.exists(root.resolve(KEYS))) {
            return false;
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isPresent();
        }
    }

    /** The installation's keys, made at the first call. */
    public KeyFiles keys() {
        return KeyFiles.in(root.resolve(KEYS));
    }

    /** The key that signs checkpoints of the ledger, made by the service at its first start. */
    public Path checkpointKey() {
        return root.resolve(KEYS).resolve("checkpoint.pem");
    }

    /** MongoDB and Kafka keep their data here. */
    public Path backends() {
        return root;
    }

    /** The Merkle tree over the ledger; deleted, it is built again. */
    public Path tiles() {
        return root.resolve("tiles");
    }

    /** Log of all services. */
    public Path log() {
        return root.resolve("dutyledger.log");
    }

    /** Issued documents. */
    public Path out() {
        return root.resolve("out");
    }

    /** Held by the process that works on this directory. */
    Path lock() {
        return root.resolve("suite.lock");
    }

    /**
     * Names the process that holds the directory; beside the lock, since the lock is lost when its file is read and
     * closed.
     */
    Path occupant() {
        return root.resolve("suite.owner");
    }

    /** Records the address of the running suite. */
    Path state() {
        return root.resolve("suite.properties");
    }
}
