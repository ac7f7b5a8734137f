package org.dutyledger.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One bearer's view of the suite.
 *
 * <p>A request that the suite currently cannot take (503) is sent again after the time that the answer names, with the
 * same idempotency key, for at most a minute.
 */
public final class SuiteClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI gateway;
    private final String token;

    public SuiteClient(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * Reads.
     *
     * @throws ApiException when the suite refuses
     */
    public JsonNode get(String path) {
        return JSON.readTree(bytes(path));
    }

    /** Reads a file; errors as for {@link #get}. */
    public byte[] bytes(String path) {
        return send(request(path).GET());
    }

    /**
     * Writes what may be too large for memory to a file, which then appears whole or not at all; errors as for
     * {@link #get}.
     *
     * @return bytes written
     */
    public long download(String path, Path file) {
        return download(path, file, part -> {});
    }

    /**
     * The same, if what was received is whole.
     *
     * @param whole checks the file before it appears under its name; throws when it must not
     */
    public long download(String path, Path file, Consumer<Path> whole) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                send(
                        request(path).GET(),
                        answer -> answer.statusCode() < 300
                                ? BodySubscribers.mapping(BodySubscribers.ofFile(part), written -> new byte[0])
                                : BodySubscribers.ofByteArray());
                whole.accept(part);
                long size = Files.size(part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return size;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a command; errors as for {@link #get}. */
    public JsonNode post(String path, Object body) {
        return JSON.readTree(send(request(path).POST(json(body))));
    }

    /** Replaces; errors as for {@link #get}. */
    public JsonNode put(String path, Object body) {
        return JSON.readTree(send(request(path).PUT(json(body))));
    }

    /**
     * Hands in one submission and returns its receipt; the same key and body again return the first receipt.
     *
     * @param dryRun whether it is only checked
     *
     * @throws ApiException when it is refused; nothing of it is stored then
     */
    public JsonNode submit(String cycle, String idempotencyKey, Object submission, boolean dryRun) {
        return submit(cycle, idempotencyKey, JSON.writeValueAsBytes(submission), dryRun);
    }

    /** The same for JSON as it is written, every digit of it. */
    public JsonNode submit(String cycle, String idempotencyKey, byte[] submission, boolean dryRun) {
        return JSON.readTree(
                send(request("/api/v1/cycles/" + encoded(cycle) + "/submissions" + (dryRun ? "?dryRun=true" : ""))
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofByteArray(submission))));
    }

    /** A path segment or query value. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private byte[] send(HttpRequest.Builder builder) {
        return send(builder, BodyHandlers.ofByteArray());
    }

    private byte[] send(HttpRequest.Builder builder, BodyHandler<byte[]> body) {
        HttpRequest request = builder.header("Content-Type", "application/json").build();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            HttpResponse<byte[]> answer = exchange(request, body);
            if (answer.statusCode() < 300) {
                return answer.body();
            }
            @Nullable Duration wait = retryAfter(answer);
            if (wait == null || System.nanoTime() + wait.toNanos() > end) {
                throw new ApiException(answer.statusCode(), problem(answer.body()));
            }
            LockSupport.parkNanos(wait.toNanos());
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, BodyHandler<byte[]> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new SuiteUnreachableException(gateway, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteUnreachableException(gateway, e);
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 503) {
            return null;
        }
        return answer.headers()
                .firstValue("Retry-After")
                .filter(v -> v.matches("\\d{1,4}"))
                .map(v -> Duration.ofSeconds(Long.parseLong(v)))
                .orElse(null);
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.valueToTree(Map.of("detail", new String(body, StandardCharsets.UTF_8)));
        }
    }
}
