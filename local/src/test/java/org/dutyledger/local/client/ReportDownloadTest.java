package org.dutyledger.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDownloadTest {
    @TempDir
    Path directory;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private SuiteClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/v1/cycles/c/reports", """
                {"report":"r7-ab","upToPosition":"7","files":[
                  {"name":"report.docx","fileName":"越城区2021年-r7-ab.docx","href":"/api/v1/cycles/c/reports/r7-ab/report.docx"},
                  {"name":"report.html","fileName":"../../r7-ab.html","href":"/api/v1/cycles/c/reports/r7-ab/report.html"}],
                 "proof":"/api/v1/cycles/c/reports/r7-ab/proof","proofFileName":"越城区2021年-r7-ab.proof.json"}""");
        answer("/api/v1/cycles/old/reports", """
                {"report":"r3-ab","upToPosition":"3","files":[],"proof":null}""");
        answer("/api/v1/cycles/c/reports/r7-ab/", "<html>");
        server.start();
        client = new SuiteClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "t");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void documents_areWrittenIntoTheDirectory_whateverTheyAreCalled() {
        Path out = directory.resolve("a/out");
        ReportDownload report = ReportDownload.issue(client, "c", 7L);
        assertThat(report.id()).isEqualTo("r7-ab");
        assertThat(report.upToPosition()).isEqualTo(7);
        List<Path> written = report.download(client, out);
        assertThat(written)
                .containsExactly(
                        out.resolve(named("越城区2021年-r7-ab.docx", "c-r7-ab.docx")),
                        out.resolve("r7-ab.html"),
                        out.resolve(named("越城区2021年-r7-ab.proof.json", "c-r7-ab.proof.json")),
                        out.resolve("verify.html"));
        assertThat(written).filteredOn(ReportDownload::isDocument).isEqualTo(written.subList(0, 2));
        assertThat(written).filteredOn(ReportDownload::isProof).containsExactly(written.get(2));
        assertThat(report.download(client, out)).as("the same again").isEqualTo(written);
        assertThat(out.toFile().list()).hasSize(4);
        assertThat(written.subList(0, 3))
                .allSatisfy(file -> assertThat(file).content().isEqualTo("<html>"));
        assertThat(written.get(3)).content().contains("<title>报告核验", "connect-src 'none'");
    }

    @Test
    void requests_statePositionAndIncompleteness() {
        ReportDownload.issue(client, "c", 7L);
        ReportDownload.issue(client, "c", null);
        ReportDownload.issueIncomplete(client, "c");
        assertThat(bodies).containsExactly("{\"upToPosition\":7}", "{}", "{\"incomplete\":true}");
    }

    @Test
    void aReportOfBeforeThereWereProofs_hasNone() {
        assertThat(ReportDownload.issue(client, "old", null).download(client, directory))
                .isEmpty();
    }

    /** The name where the system's encoding has it. */
    private static String named(String name, String ascii) {
        Charset system = Charset.forName(System.getProperty("sun.jnu.encoding"));
        return system.newEncoder().canEncode(name) ? name : ascii;
    }

    private void answer(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
