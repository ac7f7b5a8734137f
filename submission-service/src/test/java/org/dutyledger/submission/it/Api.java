package org.dutyledger.submission.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the service with one token. */
final class Api {
    static final String CYCLE = "330602-2021";
    static final String BUREAU = "330602-jtj";
    static final String FINANCE = "330602-czj";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private final String token;
    private final String person;

    Api(int port, String token) {
        this(port, token, "");
    }

    private Api(int port, String token, String person) {
        this.port = port;
        this.token = token;
        this.person = person;
    }

    /** The same caller, on behalf of another. */
    Api onBehalfOf(Api other) {
        return new Api(port, token, other.token);
    }

    record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {
        String code() {
            return body.path("code").asString("");
        }

        List<String> itemCodes() {
            return body.path("items")
                    .valueStream()
                    .map(item ->
                            item.path("index").asInt() + " " + item.path("code").asString())
                    .toList();
        }

        long position() {
            return body.path("firstPosition").asLong(-1);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Submits items of an organisation under a new key. */
    Answer submit(String organisation, String items) {
        return submit(organisation, UUID.randomUUID().toString(), items);
    }

    Answer submit(String organisation, String key, String items) {
        String body = "{\"organisation\":\"" + organisation + "\",\"items\":[" + items + "]}";
        return submitRaw(key, body);
    }

    Answer submitRaw(String key, String body) {
        return send(request("/cycles/" + CYCLE + "/submissions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60));
        return person.isEmpty() ? request : request.header("On-Behalf-Of", "Bearer " + person);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(
                    response.statusCode(),
                    body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body),
                    response.headers());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the 2021 cycle and registers two bureaus. */
    static void openCycle(Api office) {
        office.post("/cycles", """
                {"cycle":"330602-2021","jurisdiction":"330602","jurisdictionName":"绍兴市越城区","year":2021,
                 "framework":"zhejiang-county-2021"}""");
        office.put("/cycles/330602-2021/organisations", """
                {"organisations":[
                  {"organisation":"330602-jtj","name":"教体局","roles":["education-bureau"]},
                  {"organisation":"330602-czj","name":"财政局","roles":["finance-bureau"]}]}""");
    }

    static String figure(String item, String value, String unit) {
        return "{\"action\":\"submit\",\"type\":\"figure\",\"item\":\"" + item + "\",\"value\":" + value
                + ",\"unit\":\"" + unit + "\"}";
    }
}
