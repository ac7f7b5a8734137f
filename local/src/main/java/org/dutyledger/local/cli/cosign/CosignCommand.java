package org.dutyledger.local.cli.cosign;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.proof.note.Cosigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.MalformedNoteException;
import org.dutyledger.proof.note.NoteVerifier;
import org.dutyledger.proof.note.SignedNote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Countersigns a checkpoint of another's ledger. */
@Command(
        name = "cosign",
        mixinStandardHelpOptions = true,
        description = {
            "Countersigns a checkpoint of the ledger of another organisation, as an upper bureau does.",
            "It checks the ledger's signature, and that the ledger continues the last checkpoint that this key",
            "cosigned (a file beside the key records it). The proof of that is read from the suite, or from a file.",
            "The cosigned note is written to standard output, the verifier key for the ledger's operator to standard"
                    + " error."
        },
        footer = {
            "",
            "Examples:",
            "  openssl genpkey -algorithm ed25519 -out city.pem",
            "  curl https://SUITE/.well-known/dutyledger/checkpoint > checkpoint.txt",
            "  ./dutyledger cosign checkpoint.txt --key city.pem --name city.example --log-key key.pem \\",
            "      --url https://SUITE --token TOKEN > cosigned.txt",
            "  curl -H 'Authorization: Bearer TOKEN' -H 'Content-Type: text/plain' --data-binary @cosigned.txt \\",
            "      https://SUITE/api/v1/ledger/checkpoints/SIZE/cosignatures"
        })
public final class CosignCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NOTE", description = "file of the checkpoint")
    private Path file = Path.of("checkpoint.txt");

    @Option(names = "--key", required = true, paramLabel = "PEM", description = "private key of the cosigner, Ed25519")
    private Path key = Path.of("cosigner.pem");

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "name of the cosigner")
    private String name = "";

    @Option(
            names = "--log-key",
            required = true,
            paramLabel = "PEM",
            description = "public key of the ledger, compared with its published fingerprint")
    private Path logKey = Path.of("key.pem");

    @Option(
            names = "--previous",
            paramLabel = "NOTE",
            description = "a checkpoint kept from before, which the ledger must continue as well")
    private @Nullable Path previous;

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "answer of GET /api/v1/ledger/consistency?from=&to= (default: the suite is asked)")
    private @Nullable Path proof;

    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SignedNote note = read(file, SignedNote::parse);
        Checkpoint next = signedByTheLedger(note, file);
        Cosigner cosigner = cosigner();
        PrintWriter err = spec.commandLine().getErr();
        try (CosignMemory memory = CosignMemory.beside(key.toAbsolutePath(), next.origin())) {
            Optional<SignedNote> last = remembered(memory);
            if (last.isPresent()) {
                requireContinued(signedByTheLedger(last.orElseThrow(), memory.file()), next);
            }
            if (previous != null) {
                requireContinued(signedByTheLedger(read(previous, SignedNote::parse), previous), next);
            }
            SignedNote others = new SignedNote(
                    note.text(),
                    note.signatures().stream()
                            .filter(line -> !cosigner.key().names(line))
                            .toList());
            SignedNote cosigned = cosigner.cosign(others, Clock.systemUTC().instant());
            memory.remember(cosigned);
            spec.commandLine().getOut().print(cosigned.format());
            spec.commandLine().getOut().flush();
            err.println("Cosigned " + next.origin() + " at " + next.size() + " events"
                    + (last.isPresent() || previous != null ? "" : "; the first one seen here, compared with nothing"));
            err.println("Verifier key of this cosigner: " + cosigner.key().text());
        }
        return 0;
    }

    private void requireContinued(Checkpoint earlier, Checkpoint next) {
        if (!earlier.origin().equals(next.origin())) {
            throw new UsageException(
                    "the earlier checkpoint is of " + earlier.origin() + ", this one of " + next.origin());
        }
        if (earlier.size() > next.size()) {
            throw new UsageException("NOT cosigned: the ledger has " + next.size() + " events, but had "
                    + earlier.size() + " in a checkpoint seen before. An old note was given, or the ledger was cut");
        }
        if (earlier.size() < next.size()) {
            proof(earlier, next).require(earlier, next);
        } else if (!Arrays.equals(earlier.root(), next.root())) {
            throw new UsageException("NOT cosigned: another checkpoint of " + next.size()
                    + " events was seen before: there are two histories. Keep both notes, they prove it");
        }
    }

    private ConsistencyProof proof(Checkpoint earlier, Checkpoint next) {
        if (proof != null) {
            return ConsistencyProof.in(proof);
        }
        String path = "/api/v1/ledger/consistency?from=" + earlier.size() + "&to=" + next.size();
        try {
            return ConsistencyProof.of(access.client(TokenMint.Bearer.office()).get(path));
        } catch (BackendException e) {
            throw new UsageException(e.getMessage() + ". Or give the answer of GET " + path + " by --proof");
        } catch (MalformedNoteException e) {
            throw new UsageException("the suite gave no consistency proof: " + e.getMessage());
        }
    }

    private Checkpoint signedByTheLedger(SignedNote note, Path from) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            NoteVerifier log = new NoteVerifier(checkpoint.origin(), read(logKey, Ed25519Keys::publicPem));
            if (log.accepts(note)) {
                return checkpoint;
            }
            throw new UsageException(from + " is not signed by the key in " + logKey + " (id " + log.keyId() + ")");
        } catch (MalformedNoteException e) {
            throw new UsageException(from + ": " + e.getMessage());
        }
    }

    private Cosigner cosigner() {
        try {
            return new Cosigner(name, read(key, Ed25519Keys::privatePem));
        } catch (MalformedNoteException e) {
            throw new UsageException("--name: " + e.getMessage());
        }
    }

    private static Optional<SignedNote> remembered(CosignMemory memory) throws IOException {
        try {
            return memory.last();
        } catch (MalformedNoteException e) {
            throw new UsageException(memory.file() + ": " + e.getMessage());
        }
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
