package org.dutyledger.verifier.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.function.Function;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.SignedNote;

/** Reads files; each method throws {@link UnusableInputException} with the file and the reason when it cannot. */
public final class InputFiles {
    private static final int MAX_NOTE = 1 << 20;

    private InputFiles() {}

    /** The file, or so much of it that it is seen to be too long. */
    public static byte[] bytes(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UnusableInputException(unreadable(file, e));
        }
    }

    /** A public key in PEM. */
    public static PublicKey publicKey(Path file) {
        return parsed(file, Ed25519Keys::publicPem);
    }

    /** A signed checkpoint. */
    public static SignedNote checkpoint(Path file) {
        return parsed(file, text -> {
            SignedNote note = SignedNote.parse(text);
            Checkpoint.parse(note.text());
            return note;
        });
    }

    /** A small file of text, as a reader of notes and keys takes it. */
    public static <T> T parsed(Path file, Function<String, T> reader) {
        try {
            return reader.apply(new String(bytes(file, MAX_NOTE), StandardCharsets.UTF_8));
        } catch (MalformedNoteException e) {
            throw new UnusableInputException(file + ": " + e.getMessage());
        }
    }

    /** The file and the reason why it could not be read. */
    public static String unreadable(Path file, IOException e) {
        String why = e instanceof NoSuchFileException
                ? "there is no such file"
                : Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
        return "cannot read " + file + ": " + why;
    }
}
