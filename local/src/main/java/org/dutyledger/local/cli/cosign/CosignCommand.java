package org.dutyledger.local.cli.cosign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.proof.checkpoint.Checkpoint;
import org.dutyledger.verifier.cosign.Cosigning;
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
        Cosigning cosigning = new Cosigning(name, key, logKey, this::consistency);
        Cosigning.Cosigned cosigned =
                cosigning.cosign(file, previous, Clock.systemUTC().instant());
        spec.commandLine().getOut().print(cosigned.note().format());
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().println(cosigned.summary());
        return 0;
    }

    private byte[] consistency(Checkpoint earlier, Checkpoint next) {
        if (proof != null) {
            return Cosigning.proofIn(proof);
        }
        String path = Cosigning.proofAddress(earlier, next);
        try {
            return access.client(TokenMint.Bearer.office()).get(path).toString().getBytes(StandardCharsets.UTF_8);
        } catch (BackendException e) {
            throw new UsageException(e.getMessage() + ". Or give the answer of GET " + path + " by --proof");
        }
    }
}
