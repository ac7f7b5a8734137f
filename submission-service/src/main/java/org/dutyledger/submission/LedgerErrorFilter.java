package org.dutyledger.submission;

import java.time.Duration;
import java.util.List;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.LedgerBrokenException;
import org.dutyledger.ledger.LedgerException;
import org.dutyledger.ledger.export.LedgerExport;
import org.dutyledger.proof.checkpoint.InconsistentCheckpointException;
import org.dutyledger.proof.tile.LeavesChangedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Maps ledger failures to problems for every endpoint: 503 when the ledger is unavailable, so that the client retries,
 * 409 when it is broken or can no longer be signed. The intake handles failures of its own writes before this filter,
 * so a request that fails here has stored nothing.
 */
@Component
final class LedgerErrorFilter implements WebFilter {
    private static final String VERIFY = "; './dutyledger verify-ledger --mongodb-uri' reports details";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .onErrorMap(
                        LedgerBrokenException.class,
                        e -> new Problem(409, LedgerExport.BROKEN, String.valueOf(e.getMessage()) + VERIFY))
                .onErrorMap(
                        LedgerException.class,
                        unavailable -> new Problem(
                                503,
                                "LEDGER_UNAVAILABLE",
                                "the ledger currently cannot be read; nothing was stored",
                                List.of(),
                                Duration.ofSeconds(2)))
                .onErrorMap(
                        InconsistentCheckpointException.class,
                        e -> new Problem(409, "CHECKPOINT_REFUSED", e.getMessage() + "; a new ledger needs a new key"))
                .onErrorMap(
                        LeavesChangedException.class,
                        e -> new Problem(409, "LEDGER_ALTERED", String.valueOf(e.getMessage())));
    }
}
