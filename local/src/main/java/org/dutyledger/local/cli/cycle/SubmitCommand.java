package org.dutyledger.local.cli.cycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.cli.options.SuiteAccess;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.client.SuiteClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands in one submission. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Hands in one submission from a JSON file and prints the receipt.",
            "All of it is stored or nothing; the same file again returns the first receipt."
        },
        footer = {
            "",
            "Example of a file:",
            "  {\"organisation\": \"330602-czj\", \"items\": [{\"action\": \"submit\", \"type\": \"figure\",",
            "    \"item\": \"general_public_budget_education\", \"value\": \"18.87\", \"unit\": \"亿元\", \"period\": \"2021\"}]}",
            "",
            "Examples:",
            "  ./dutyledger submit figures.json --dry-run",
            "  ./dutyledger submit figures.json --cycle 330602-2021"
        })
public final class SubmitCommand implements Callable<Integer> {
    /** Only to find the organisation: the file is sent as it is written, so that no digit is lost. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Parameters(paramLabel = "FILE", description = "the submission")
    private Path file = Path.of("");

    @Mixin
    private SuiteAccess access = new SuiteAccess();

    @Option(names = "--cycle", paramLabel = "ID", description = Cycles.WHICH)
    private @Nullable String cycle;

    @Option(names = "--key", paramLabel = "KEY", description = "idempotency key (default: SHA-256 of the file)")
    private @Nullable String key;

    @Option(names = "--dry-run", description = "only check; nothing is stored")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        byte[] bytes = content();
        String organisation = read(bytes).path("organisation").asString("");
        String target = Cycles.theOne(access.client(TokenMint.Bearer.office()), cycle);
        SuiteClient client = access.client(TokenMint.Bearer.organisation(organisation, "*"));
        JsonNode receipt = client.submit(target, key == null ? sha256(bytes) : key, bytes, dryRun);
        spec.commandLine().getOut().println(receipt.toPrettyString());
        return 0;
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw UsageException.unreadable(file, e);
        }
    }

    private JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new UsageException(file + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
