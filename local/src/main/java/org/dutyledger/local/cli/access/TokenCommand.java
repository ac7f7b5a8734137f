package org.dutyledger.local.cli.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.KeyFiles;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a token. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a token for an installation without an identity provider.",
        footer = {
            "",
            "Examples:",
            "  ./dutyledger token --subject li --role submitter --organisation 330602-czj",
            "  ./dutyledger token --subject wang --role supervisor --role office --days 1"
        })
public final class TokenCommand implements Callable<Integer> {
    private static final List<String> ROLES = List.of("submitter", "supervisor", "auditor", "office");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            defaultValue = "secrets",
            description = "directory that 'keys' wrote, or .dutyledger/keys of a local suite (default: secrets)")
    private Path keys = Path.of("secrets");

    @Option(names = "--subject", required = true, paramLabel = "NAME", description = "who the bearer is")
    private String subject = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "submitter, supervisor, auditor, office; may be given several times")
    private List<String> roles = List.of();

    @Option(names = "--organisation", paramLabel = "ID", description = "for which the bearer may submit; may repeat")
    private List<String> organisations = List.of();

    @Option(
            names = "--jurisdiction",
            paramLabel = "CODE",
            defaultValue = "*",
            description = "which the bearer may see; may repeat (default: all)")
    private List<String> jurisdictions = List.of();

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "valid for (default: 30)")
    private int days;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!KeyFiles.areIn(keys)) {
            // a new pair would sign tokens that no service accepts
            throw new UsageException("there is no key in " + keys + "; './dutyledger keys' makes one for containers,"
                    + " a suite on this machine has its own in .dutyledger/keys (--keys)");
        }
        roles.stream().filter(role -> !ROLES.contains(role)).findFirst().ifPresent(role -> {
            throw new UsageException("there is no role '" + role + "'; the roles are " + String.join(", ", ROLES));
        });
        TokenMint mint = new TokenMint(KeyFiles.in(keys), Clock.systemUTC());
        TokenMint.Bearer bearer = new TokenMint.Bearer(subject, roles, organisations, jurisdictions);
        spec.commandLine().getOut().println(mint.token(bearer, Duration.ofDays(days)));
        return 0;
    }
}
