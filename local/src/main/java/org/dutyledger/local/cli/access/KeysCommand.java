package org.dutyledger.local.cli.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.proof.note.Ed25519Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the secrets of an installation. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the secrets that docker-compose.yml mounts.",
            "They are the key pair of the tokens, the key pair that signs checkpoints, and the token of the services",
            "among themselves. A key pair that is there already is kept; a new token is made, valid for a year."
        },
        footer = {"", "Example:", "  ./dutyledger keys && docker compose up -d --build"})
public final class KeysCommand implements Callable<Integer> {
    private static final Duration VALIDITY = Duration.ofDays(365);

    @Parameters(paramLabel = "DIR", defaultValue = "secrets", description = "directory for them (default: secrets)")
    private Path directory = Path.of("secrets");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
        KeyFiles keys = KeyFiles.in(directory);
        Path token = directory.resolve("service-token");
        // readable by the user of the containers, which is not the one of this machine; the directory shuts others out
        Files.writeString(token, new TokenMint(keys, Clock.systemUTC()).token(TokenMint.Bearer.service(), VALIDITY));
        Path checkpoint = checkpointKey();
        spec.commandLine()
                .getOut()
                .println("Wrote " + keys.publicKeyFile() + ", " + keys.privateKeyFile() + ", " + token + ", "
                        + checkpoint);
        return 0;
    }

    /** Made once: to holders of its checkpoints a new key would look like a forged ledger. */
    private Path checkpointKey() throws IOException {
        Path key = directory.resolve("checkpoint.pem");
        if (!Files.exists(key)) {
            KeyPair pair = Ed25519Keys.generate();
            Files.writeString(directory.resolve("checkpoint-public.pem"), Ed25519Keys.pem(pair.getPublic()));
            Files.writeString(key, Ed25519Keys.pem(pair.getPrivate())); // readable as the token is
        }
        return key;
    }
}
