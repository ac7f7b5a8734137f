package org.dutyledger.local.cli.suite;

import java.time.Duration;
import java.util.List;
import org.dutyledger.local.access.TokenMint;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.local.suite.Suite;

/**
 * The address of the live page, with a token for a day that the browser does not send: it is the part after the {@code
 * #}.
 */
final class LivePage {
    private LivePage() {}

    static String address(Suite suite, String cycle) {
        TokenMint.Bearer watcher = new TokenMint.Bearer(
                "local-supervisor", List.of("supervisor", "auditor", "office"), List.of(), List.of("*"));
        String query = cycle.isEmpty() ? "" : "?cycle=" + SuiteClient.encoded(cycle);
        return suite.gateway() + "/" + query + "#token=" + suite.mint().token(watcher, Duration.ofDays(1));
    }
}
