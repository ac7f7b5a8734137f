package org.dutyledger.report.view;

import java.time.Duration;
import java.util.List;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.kit.Problem;
import org.dutyledger.kit.ServiceToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Reads the audit feed of submission-service over HTTP with the service token. */
public final class HttpAuditFeed implements AuditFeed, LedgerFeed {
    private static final Logger LOG = LoggerFactory.getLogger(HttpAuditFeed.class);
    private final RestClient client;
    private final ServiceToken token;

    public HttpAuditFeed(RestClient client, ServiceToken token) {
        this.client = client;
        this.token = token;
    }

    @Override
    public Page read(long from, int limit) {
        Reply reply = ask(from, limit);
        List<StoredBytes> events = reply.events().stream()
                .map(e -> new StoredBytes(e.position(), e.commitHash(), e.data()))
                .toList();
        return new Page(events, reply.size());
    }

    @Override
    public List<ChainedEvent> events(long from, int limit) {
        try {
            return ask(from, limit).events().stream()
                    .map(e -> ChainedEvent.of(
                            Long.toString(e.position()), e.previousHash(), e.commitHash(), e.commit(), e.data()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw unavailable("its answer has " + e.getMessage());
        }
    }

    private Reply ask(long from, int limit) {
        Reply reply;
        try {
            reply = client.get()
                    .uri("/api/v1/ledger/events?from={from}&limit={limit}", from, limit)
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.read())
                    .retrieve()
                    .body(Reply.class);
        } catch (RestClientException e) {
            // the message contains an internal address, which callers must not see
            LOG.warn("the audit feed did not answer: {}", e.getMessage());
            throw unavailable("no answer");
        }
        if (reply == null) {
            throw unavailable("empty answer");
        }
        return reply;
    }

    private static Problem unavailable(String why) {
        return new Problem(
                503,
                "LEDGER_UNAVAILABLE",
                "the ledger currently cannot be read: " + why,
                List.of(),
                Duration.ofSeconds(5));
    }

    private record Reply(List<Event> events, long size) {}

    private record Event(long position, String previousHash, String commitHash, String commit, byte[] data) {}
}
