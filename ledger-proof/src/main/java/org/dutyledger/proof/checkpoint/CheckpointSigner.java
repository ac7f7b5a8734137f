package org.dutyledger.proof.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.proof.tree.HashTree;
import org.jspecify.annotations.Nullable;

/**
 * Signs the state of the ledger, and never a checkpoint that does not continue the earlier one.
 *
 * <p>Remembers its last checkpoint in a file beside its key, out of reach of the database's owner; the file is written
 * before the checkpoint is given out.
 */
public final class CheckpointSigner {
    private final NoteSigner signer;
    private final @Nullable Path memory;
    private @Nullable SignedNote last;

    private CheckpointSigner(NoteSigner signer, @Nullable Path memory, @Nullable SignedNote last) {
        this.signer = signer;
        this.memory = memory;
        this.last = last;
    }

    /** A signer that forgets its last checkpoint when its process ends. */
    public static CheckpointSigner forgetful(NoteSigner signer) {
        return new CheckpointSigner(signer, null, null);
    }

    /**
     * A signer that remembers.
     *
     * @param memory file of the last checkpoint; need not exist
     * @throws MalformedNoteException when the file holds no checkpoint of this signer
     */
    public static CheckpointSigner remembering(NoteSigner signer, Path memory) {
        try {
            SignedNote last = Files.exists(memory) ? SignedNote.parse(Files.readString(memory)) : null;
            if (last != null && !signer.verifier().accepts(last)) {
                throw new MalformedNoteException(memory + " holds no checkpoint of the key "
                        + signer.verifier().keyId() + "; after a change of keys move it elsewhere");
            }
            return new CheckpointSigner(signer, memory, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Signs the current tree; the same tree again gives the same note.
     *
     * @throws InconsistentCheckpointException when it does not continue the tree that was signed last
     */
    public synchronized SignedNote sign(HashTree tree) {
        Checkpoint next = new Checkpoint(signer.name(), tree.size(), tree.root());
        SignedNote before = last;
        if (before != null) {
            Checkpoint signed = Checkpoint.parse(before.text());
            requireContinues(tree, signed);
            if (signed.size() == next.size()) {
                return before;
            }
        }
        SignedNote note = signer.sign(next.text());
        remember(note);
        last = note;
        return note;
    }

    /** The key that its signatures are checked with. */
    public PublicKey publicKey() {
        return signer.publicKey();
    }

    /** The checkpoint that was signed last, also before a restart. */
    public synchronized Optional<SignedNote> last() {
        return Optional.ofNullable(last);
    }

    /** Signs how many commits the lines of an export hold, and their last sum; never to be taken for a checkpoint. */
    public SignedNote seal(long commits, byte[] sum) {
        return signer.sign(new Checkpoint(signer.name() + "/export", commits, sum).text());
    }

    /**
     * Demands that a tree continues an earlier checkpoint.
     *
     * @throws InconsistentCheckpointException when it does not
     */
    public static void requireContinues(HashTree tree, Checkpoint earlier) {
        if (earlier.size() > tree.size() || !Arrays.equals(earlier.root(), tree.root(earlier.size()))) {
            throw new InconsistentCheckpointException(earlier, tree.size());
        }
    }

    /** The verifier of its signatures. */
    public NoteVerifier verifier() {
        return signer.verifier();
    }

    /** Name of the ledger whose checkpoints it signs. */
    public String origin() {
        return signer.name();
    }

    private void remember(SignedNote note) {
        if (memory == null) {
            return;
        }
        try {
            // a separate file: another process may write at the same time
            Path next = Files.createTempFile(
                    memory.toAbsolutePath().getParent(), memory.getFileName().toString(), ".next");
            try {
                write(next, note.format());
                Files.move(next, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A checkpoint that was given out must survive a power cut. */
    private static void write(Path file, String text) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
