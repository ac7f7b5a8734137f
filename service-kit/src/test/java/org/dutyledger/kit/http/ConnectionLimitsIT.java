package org.dutyledger.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Clients that do not send a whole request, over real connections, with short limits. */
@SpringBootTest(
        classes = HttpTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "dutyledger.connection.head=400ms",
            "dutyledger.connection.body=500ms",
            "dutyledger.connection.idle=600ms"
        })
@Import(ProblemsTest.AnyToken.class)
@Timeout(60)
class ConnectionLimitsIT {
    private static final String HEAD = "Host: x\r\nAuthorization: Bearer any\r\n";
    private static final String POST = "POST /orders HTTP/1.1\r\n" + HEAD
            + "Idempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n";

    @LocalServerPort
    private int port;

    @Test
    void aConnectionWithoutARequest_isClosed() throws Exception {
        try (Client client = new Client()) {
            assertThat(client.end()).isEmpty();
        }
    }

    @Test
    void halfAHead_isClosed() throws Exception {
        try (Client client = new Client()) {
            client.send("GET /open HTTP/1.1\r\nHost: x\r\nA: b");
            assertThat(client.end()).isEmpty();
        }
    }

    @Test
    void aHeadThatDrips_isClosed() throws Exception {
        try (Client client = new Client()) {
            client.send("GET /open HTTP/1.1\r\nX: ");
            client.drip();
            assertThat(client.end()).isEmpty();
        }
    }

    @Test
    void halfABody_isClosed() throws Exception {
        try (Client client = new Client()) {
            client.send(POST + "{");
            assertThat(client.end()).doesNotContain("200 OK");
        }
    }

    @Test
    void aBodyThatDrips_isClosed() throws Exception {
        try (Client client = new Client()) {
            client.send(POST.replace("12", "100000") + "{");
            client.drip();
            assertThat(client.end()).doesNotContain("200 OK");
        }
    }

    @Test
    void aConnection_servesManyRequests_andIsClosedWhenIdle() throws Exception {
        try (Client client = new Client()) {
            for (int i = 0; i < 3; i++) {
                client.send(POST + "{\"items\":[]}");
                assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
                assertThat(client.upTo("{\"items\":0}")).doesNotContain("close");
            }
            client.drip();
            assertThat(client.end()).isEmpty();
        }
    }

    @Test
    void anAnswerMayTakeLongerThanEveryLimit() throws Exception {
        try (Client client = new Client()) {
            client.send("GET /stream HTTP/1.1\r\n" + HEAD + "\r\n");
            assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
            // 40 events at 50 ms are three times the longest limit
            assertThat(client.upTo("data:40")).contains("data:39");
        }
    }

    @Test
    void anAnswerThatCameTooLate_endsTheConnection() throws Exception {
        try (Client client = new Client()) {
            client.send("GET /late HTTP/1.1\r\n" + HEAD + "\r\n");
            assertThat(client.end()).contains("504 Gateway Timeout", "onnection: close", "LATE");
        }
    }

    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", port);
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        private final AtomicBoolean over = new AtomicBoolean();

        Client() throws IOException {}

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** A byte every 50 ms until the connection is over. */
        void drip() {
            Thread thread = new Thread(() -> {
                try {
                    while (!over.get()) {
                        send("x");
                        LockSupport.parkNanos(50_000_000);
                    }
                } catch (IOException closed) {
                    over.set(true);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        String line() throws IOException {
            return in.readLine();
        }

        String upTo(String end) throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf(end) < 0) {
                int next = in.read();
                assertThat(next).as("closed after %s", text).isNotNegative();
                text.append((char) next);
            }
            return text.toString();
        }

        /** Everything received until the server closes the connection. */
        String end() throws IOException {
            StringBuilder text = new StringBuilder();
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    text.append((char) next);
                }
            } catch (SocketException reset) {
                // closed while a byte was on its way
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            over.set(true);
            socket.close();
        }
    }
}
