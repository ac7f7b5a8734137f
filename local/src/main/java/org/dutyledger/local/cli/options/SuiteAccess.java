package org.dutyledger.local.cli.options;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.suite.RunningSuite;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to reach a running suite: the one on this machine, or any other with its address and a token. */
public final class SuiteAccess {
    private static final Duration VALIDITY = Duration.ofHours(1);

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "address of the suite (default: the one on this machine)")
    private @Nullable URI url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:DUTYLEDGER_TOKEN}",
            description = "token to show there (default: DUTYLEDGER_TOKEN; on this machine one is made)")
    private @Nullable String token;

    /** The installation on this machine. */
    public DataOption data() {
        return data;
    }

    /**
     * A client for one bearer.
     *
     * @param bearer who calls, when no token was given
     * @throws BackendException when no suite runs here and none was named
     */
    public SuiteClient client(TokenMint.Bearer bearer) {
        return new SuiteClient(url(), token(bearer));
    }

    private URI url() {
        if (url != null) {
            return url;
        }
        return RunningSuite.on(data.directory())
                .map(RunningSuite::gateway)
                .orElseThrow(() -> new BackendException(
                        "no suite runs on " + data.directory().root()
                                + "; start one with './dutyledger start', or name the data directory of one with --data",
                        null));
    }

    private String token(TokenMint.Bearer bearer) {
        if (token != null && !token.isBlank()) {
            return token;
        }
        if (url != null) {
            throw new BackendException("--url needs --token; './dutyledger token' makes one from a key", null);
        }
        return new TokenMint(data.directory().keys(), Clock.systemUTC()).token(bearer, VALIDITY);
    }
}
