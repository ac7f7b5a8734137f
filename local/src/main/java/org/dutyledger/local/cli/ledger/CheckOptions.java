package org.dutyledger.local.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.SignedNote;
import picocli.CommandLine.Option;

/** What a ledger is compared with, and the language of the result. */
final class CheckOptions {
    @Option(
            names = "--key",
            paramLabel = "PEM",
            description =
                    "public key that must have signed, obtained otherwise than from the file; several times for older"
                            + " keys (default: the file's own)")
    private List<Path> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "NOTE",
            description = "a checkpoint kept from before, which the ledger must continue; may be given several times")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "language (default: zh)")
    private VerdictText.Language language = VerdictText.Language.zh;

    List<PublicKey> keys() {
        return keys.stream().map(file -> read(file, Ed25519Keys::publicPem)).toList();
    }

    List<SignedNote> checkpoints() {
        return checkpoints.stream()
                .map(file -> read(file, CheckOptions::checkpoint))
                .toList();
    }

    VerdictText text() {
        return new VerdictText(language);
    }

    private static SignedNote checkpoint(String text) {
        SignedNote note = SignedNote.parse(text);
        Checkpoint.parse(note.text());
        return note;
    }

    private static <T> T read(Path file, Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IOException e) {
            throw UsageException.unreadable(file, e);
        } catch (MalformedNoteException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }
}
