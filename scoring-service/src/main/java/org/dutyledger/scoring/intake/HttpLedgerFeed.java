package org.dutyledger.scoring.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dutyledger.follow.ChainedEvent;
import org.dutyledger.follow.LedgerFeed;
import org.dutyledger.kit.ServiceToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads submission-service's {@code GET /api/v1/ledger/events} with the service's own token. */
final class HttpLedgerFeed implements LedgerFeed {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String submissionUrl;
    private final ServiceToken token;

    HttpLedgerFeed(String submissionUrl, ServiceToken token) {
        this.submissionUrl = submissionUrl;
        this.token = token;
    }

    @Override
    public List<ChainedEvent> events(long from, int limit) {
        URI uri = URI.create(submissionUrl + "/api/v1/ledger/events?from=" + from + "&limit=" + limit);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token.read())
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("audit feed answered " + response.statusCode());
            }
            return decode(from, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static List<ChainedEvent> decode(long from, JsonNode answer) throws IOException {
        List<ChainedEvent> events = new ArrayList<>();
        for (JsonNode event : answer.path("events")) {
            long position = event.path("position").asLong(-1);
            if (position != from + events.size()) {
                throw new IOException(
                        "audit feed answered position " + position + " in place of " + (from + events.size()));
            }
            try {
                events.add(ChainedEvent.of(
                        Long.toString(position),
                        event.path("previousHash").asString(""),
                        event.path("commitHash").asString(""),
                        event.path("commit").asString(""),
                        Base64.getDecoder().decode(event.path("data").asString(""))));
            } catch (IllegalArgumentException e) {
                throw new IOException("audit feed answered at position " + position + ": " + e.getMessage(), e);
            }
        }
        return events;
    }
}
