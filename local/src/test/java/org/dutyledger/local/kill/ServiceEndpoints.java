package org.dutyledger.local.kill;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP endpoints of the services. Sends a request once and returns what is known then. */
final class ServiceEndpoints {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<URI> addresses;

    ServiceEndpoints(List<URI> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    /** What a client means to do, the same at each attempt. */
    record Request(String method, String path, String token, String key, String body) {}

    /** What it knows after an attempt. */
    sealed interface Answer {
        record Receipt(long first, long last, String hash, boolean repeated) implements Answer {}

        /** The service decided against it. */
        record Refused(int status, String code) implements Answer {}

        /** Nothing was sent, or the service reports that it stored nothing: retry. */
        record NotNow(String why) implements Answer {}

        record Unknown(String why) implements Answer {}
    }

    int size() {
        return addresses.size();
    }

    Answer send(int endpoint, Request request, Duration timeout) {
        HttpRequest message = HttpRequest.newBuilder(addresses.get(endpoint).resolve(request.path))
                .header("Authorization", "Bearer " + request.token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key)
                .timeout(timeout)
                .method(request.method, HttpRequest.BodyPublishers.ofString(request.body))
                .build();
        try {
            HttpResponse<String> response = http.send(message, HttpResponse.BodyHandlers.ofString());
            return answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.NotNow("no connection");
        } catch (IOException | JacksonException e) {
            return new Answer.Unknown(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    private static Answer answer(int status, JsonNode body) {
        String code = body.path("code").asString("");
        if (status < 300 && body.hasNonNull("firstPosition")) {
            return new Answer.Receipt(
                    Long.parseLong(body.path("firstPosition").asString()),
                    Long.parseLong(body.path("lastPosition").asString()),
                    body.path("commitHash").asString(),
                    body.path("repeated").asBoolean());
        }
        if (status == 503 && code.equals("OUTCOME_UNKNOWN")) {
            return new Answer.Unknown(code);
        }
        return status == 503 ? new Answer.NotNow(code) : new Answer.Refused(status, code);
    }
}
