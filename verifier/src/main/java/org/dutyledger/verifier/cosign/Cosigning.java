package org.dutyledger.verifier.cosign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.dutyledger.verifier.input.InputFiles;
import org.dutyledger.verifier.input.UnusableInputException;
import org.jspecify.annotations.Nullable;

/**
 * Countersigns a checkpoint: it must be signed by the ledger's key, and continue the last one that this key cosigned, which a
 * file beside the key records. All input that does not permit that is an {@link UnusableInputException}.
 *
 * @param name name of the cosigner
 * @param key its private key, PEM
 * @param logKey public key of the ledger, PEM
 * @param proofs where consistency proofs come from
 */
public record Cosigning(String name, Path key, Path logKey, Proofs proofs) {
    private static final int MOST_OF_A_PROOF = 1 << 20;

    /** Gives the answer of {@code GET /api/v1/ledger/consistency} for the sizes of two checkpoints, as JSON. */
    public interface Proofs {
        /** @throws UnusableInputException when no proof is available */
        byte[] between(Checkpoint earlier, Checkpoint next);
    }

    /** The proof that a person saved. */
    public static byte[] proofIn(Path file) {
        return InputFiles.bytes(file, MOST_OF_A_PROOF);
    }

    /** Where the proof of two checkpoints is requested. */
    public static String proofAddress(Checkpoint earlier, Checkpoint next) {
        return "/api/v1/ledger/consistency?from=" + earlier.size() + "&to=" + next.size();
    }

    /**
     * A checkpoint with the line of the cosigner.
     *
     * @param compared whether an earlier checkpoint was compared
     * @param verifierKey the cosigner's, for the operator of the ledger
     */
    public record Cosigned(SignedNote note, Checkpoint checkpoint, boolean compared, String verifierKey) {
        /** What happened, in two lines. */
        public String summary() {
            return "Cosigned " + checkpoint.origin() + " at " + checkpoint.size() + " events"
                    + (compared ? "" : "; the first one seen here, compared with nothing")
                    + "\nVerifier key of this cosigner: " + verifierKey;
        }
    }

    /**
     * Countersigns, and records that.
     *
     * @param previous a checkpoint kept from before that the ledger must continue as well, or null
     */
    public Cosigned cosign(Path file, @Nullable Path previous, Instant now) throws IOException {
        SignedNote note = InputFiles.checkpoint(file);
        Checkpoint next = signedByTheLedger(note, file);
        Cosigner cosigner = cosigner();
        try (CosignMemory memory = CosignMemory.beside(key.toAbsolutePath(), next.origin())) {
            Optional<SignedNote> last = memory.last();
            if (last.isPresent()) {
                requireContinued(signedByTheLedger(last.orElseThrow(), memory.file()), next);
            }
            if (previous != null) {
                requireContinued(signedByTheLedger(InputFiles.checkpoint(previous), previous), next);
            }
            SignedNote others = new SignedNote(
                    note.text(),
                    note.signatures().stream()
                            .filter(line -> !cosigner.key().names(line))
                            .toList());
            SignedNote cosigned = cosigner.cosign(others, now);
            memory.remember(cosigned);
            return new Cosigned(
                    cosigned,
                    next,
                    last.isPresent() || previous != null,
                    cosigner.key().text());
        }
    }

    private void requireContinued(Checkpoint earlier, Checkpoint next) {
        if (!earlier.origin().equals(next.origin())) {
            throw new UnusableInputException(
                    "the earlier checkpoint is of " + earlier.origin() + ", this one of " + next.origin());
        }
        if (earlier.size() > next.size()) {
            throw new UnusableInputException("NOT cosigned: the ledger has " + next.size() + " events, but had "
                    + earlier.size() + " in a checkpoint seen before. An old note was given, or the ledger was cut");
        }
        if (earlier.size() < next.size()) {
            ConsistencyProof.read(proofs.between(earlier, next)).require(earlier, next);
        } else if (!Arrays.equals(earlier.root(), next.root())) {
            throw new UnusableInputException("NOT cosigned: another checkpoint of " + next.size()
                    + " events was seen before: there are two histories. Keep both notes, they prove it");
        }
    }

    private Checkpoint signedByTheLedger(SignedNote note, Path from) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        NoteVerifier log = new NoteVerifier(checkpoint.origin(), InputFiles.publicKey(logKey));
        if (!log.accepts(note)) {
            throw new UnusableInputException(
                    from + " is not signed by the key in " + logKey + " (id " + log.keyId() + ")");
        }
        return checkpoint;
    }

    private Cosigner cosigner() {
        try {
            return new Cosigner(name, InputFiles.parsed(key, Ed25519Keys::privatePem));
        } catch (MalformedNoteException e) {
            throw new UnusableInputException("--name: " + e.getMessage());
        }
    }
}
