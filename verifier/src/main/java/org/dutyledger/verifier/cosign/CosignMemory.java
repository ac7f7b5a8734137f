package org.dutyledger.verifier.cosign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.verifier.input.InputFiles;

/** The last checkpoint of one ledger that a key cosigned: a file beside the key. One process at a time has it open. */
final class CosignMemory implements AutoCloseable {
    private final Path file;
    private final FileChannel lock;

    private CosignMemory(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Waits for another process that cosigns the same ledger with the same key. */
    static CosignMemory beside(Path key, String origin) throws IOException {
        // no origin holds a per cent sign, so that no two share a file
        Path file = key.resolveSibling(key.getFileName() + "." + origin.replace("/", "%2F") + ".cosigned");
        FileChannel lock = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        return new CosignMemory(file, lock);
    }

    Path file() {
        return file;
    }

    Optional<SignedNote> last() {
        return Files.exists(file) ? Optional.of(InputFiles.checkpoint(file)) : Optional.empty();
    }

    void remember(SignedNote cosigned) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, cosigned.format());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
