package org.dutyledger.local.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The requests of 'rebuild' and its report of the end. */
class RebuildCommandTest {
    private static final String RUNNING = "{\"state\":\"RUNNING\",\"applied\":41,\"target\":\"207\"}";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theSame_takesOver() {
        answers.add(RUNNING);
        answers.add(RUNNING);
        answers.add("{\"state\":\"REPLACED\",\"generation\":2,\"applied\":207,\"documents\":400,\"differing\":0}");
        assertThat(run("scoring")).isZero();
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/projections/scoring/rebuild?acceptDifferences=false",
                        "GET /api/v1/projections/scoring/rebuild",
                        "GET /api/v1/projections/scoring/rebuild");
        assertThat(out.toString().lines())
                .containsExactly(
                        "  position 41 of 207",
                        "400 documents up to position 207 compared: all the same. The new generation 2 is in use.");
    }

    @Test
    void differences_areListed() {
        answers.add("""
                {"state":"DIFFERS","generation":3,"applied":207,"documents":400,"differing":2,"differences":[
                 {"collection":"events","id":"57","what":"CHANGED","fields":["hash"]},
                 {"collection":"events","id":"58","what":"MISSING","fields":[]}]}""");
        assertThat(run("report")).isEqualTo(1);
        assertThat(out.toString())
                .contains("2 differ. Nothing was changed")
                .containsPattern("CHANGED +events +57 +\\[\"hash\"]")
                .containsPattern("MISSING +events +58");
    }

    @Test
    void failure_isReportedWithItsReason() {
        answers.add("{\"state\":\"FAILED\",\"problem\":\"LEDGER_UNAVAILABLE: no answer\"}");
        assertThat(run("report", "--accept-differences")).isEqualTo(1);
        assertThat(asked.get(0)).endsWith("acceptDifferences=true");
        assertThat(out.toString()).contains("nothing was changed: LEDGER_UNAVAILABLE: no answer");
    }

    @Test
    void anythingElse_isWrongUsage() {
        assertThat(run("ledger")).isEqualTo(2);
        assertThat(err.toString()).contains("scoring, report");
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new RebuildCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort(), "--token", "t"));
        return line.execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = answers.remove().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
