package org.dutyledger.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Large bodies over a real connection: refused with an answer, not with a broken connection or a full heap. */
@SpringBootTest(classes = HttpTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ProblemsTest.AnyToken.class)
class BodyLimitIT {
    @LocalServerPort
    private int port;

    private HttpRequest.Builder order;

    @BeforeEach
    void prepare() {
        order = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
                .header("Authorization", "Bearer any")
                .header("Idempotency-Key", "k1")
                .header("Content-Type", "application/json");
    }

    @Test
    void tenMegabytes_announced() throws Exception {
        assertTooLarge(order.POST(HttpRequest.BodyPublishers.ofByteArray(spaces(10_000_000))));
    }

    @Test
    void tenMegabytes_inChunks() throws Exception {
        assertTooLarge(order.POST(
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(spaces(10_000_000)))));
    }

    @Test
    void halfAMegabyte_isTaken() throws Exception {
        byte[] body = spaces(500_000);
        byte[] json = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(json, 0, body, 0, json.length);
        assertThat(send(order.POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertTooLarge(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] spaces(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }
}
