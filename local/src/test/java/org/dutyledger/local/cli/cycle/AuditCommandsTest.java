package org.dutyledger.local.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dutyledger.local.terminal.Columns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What 'replay' and 'diff' ask and how they show the answer. */
class AuditCommandsTest {
    private static final String CYCLES = """
            {"cycles":[{"cycle":"c","organisations":[{"organisation":"330602-czj","name":"越城区财政局"}]}]}""";
    private static final String FRAMEWORK = """
            {"holders":[{"id":"13","items":[{"id":"budget","name":"教育经费"},{"id":"story","name":""}]}]}""";
    private static final String CAUSE = """
            {"position":57,"commitHash":"ab","recordedAt":"2022-03-01T08:00:00Z","type":"figure.corrected.v1",
             "actor":"330602-czj","door":"http","payload":{"item":"budget","reason":"按决算更正"}}""";
    private static final String STATE = """
            {"cycle":"c","indicator":"13","title":"学前教育","known":{"position":57,"recordedAt":"2022-03-01T08:00:00Z"},
             "phase":"open","items":[{"item":"budget","name":"教育经费","organisation":"330602-czj","status":"accepted",
             "value":"18.97","unit":"亿元","basis":"AT_LEAST","effectiveFrom":"2021-12-31","reason":"按决算更正",
             "setBy":%s},{"item":"story","organisation":"330602-jtj","status":"returned","text":"两行\\n文字","setBy":%s}]}
            """.formatted(CAUSE, CAUSE);
    private static final String DIFFERENCE = """
            {"cycle":"c","indicator":"13","title":"学前教育","from":{},"to":{"position":57,
             "recordedAt":"2022-03-01T08:00:00Z"},"changes":[{"item":"budget","name":"教育经费","organisation":"330602-czj",
             "before":{"status":"submitted","value":"18.87","unit":"亿元"},
             "after":{"status":"withdrawn"},"causes":[%s]},{"item":"new","organisation":"330602-czj",
             "after":{"status":"submitted","value":"5","unit":"无"},"causes":[]}],"others":[]}
            """.formatted(CAUSE);

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void replay_showsEachValueWithTheEventThatSetIt() {
        answer = STATE;
        assertThat(run(new ReplayCommand(), "13", "--at", "57")).isZero();
        assertThat(asked.get()).isEqualTo("/api/v1/cycles/c/state?indicator=13&atPosition=57");
        assertThat(out.toString())
                .contains("c  13 学前教育", "末条事件为序号 57，2022-03-01 16:00:00（北京时间），填报中")
                .contains("教育经费", "≥18.97亿元", "已通过", "2021-12-31", "越城区财政局（http）", "按决算更正")
                .contains("文字材料", "两行 文字", "已退回");
    }

    @Test
    void columns_areAligned() {
        answer = STATE;
        run(new ReplayCommand(), "13");
        List<String> lines = out.toString().lines().skip(2).toList();
        int organisation = Columns.width(lines.get(0).substring(0, lines.get(0).indexOf("填报单位")));
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(Columns.width(line.substring(0, organisation(line))))
                        .isEqualTo(organisation));
    }

    @Test
    void replay_readsBothClocks() {
        answer = STATE;
        run(new ReplayCommand(), "13", "--at", "2022-03-01 16:00", "--effective", "2021-06-30");
        assertThat(asked.get())
                .isEqualTo("/api/v1/cycles/c/state?indicator=13&recordedAt=2022-03-01T08%3A00%3A00Z"
                        + "&effectiveOn=2021-06-30");
        run(new ReplayCommand(), "13", "--effective", "2021-06-30");
        assertThat(asked.get()).endsWith("?indicator=13&effectiveOn=2021-06-30");
        run(new ReplayCommand(), "13");
        assertThat(asked.get()).endsWith("?indicator=13&recordedAt=9999-12-31T00:00:00Z");
    }

    @Test
    void diff_showsBeforeAndAfterAndWhy() {
        answer = DIFFERENCE;
        assertThat(run(new DiffCommand(), "13", "--from", "0", "--to", "2022-03-01T16:00"))
                .isZero();
        assertThat(asked.get())
                .isEqualTo("/api/v1/cycles/c/difference?indicator=13&from=0&to=2022-03-01T08%3A00%3A00Z");
        assertThat(out.toString())
                .contains("从 0：第一条事件之前", "到 2022-03-01T16:00：该指标的末条事件为序号 57，2022-03-01 16:00:00（北京时间）")
                .contains("18.87亿元 已报", "已撤回", "（无）", "5 已报")
                .contains("57    2022-03-01 16:00:00   教育经费  更正  越城区财政局（http）  按决算更正");
    }

    @Test
    void item_standsForItsIndicator() {
        answer = STATE;
        run(new ReplayCommand(), "budget");
        assertThat(asked.get()).contains("?indicator=13&");
    }

    @Test
    void status_asJson_isWhatTheServicesAnswer() {
        answer = "[{\"report\":\"r1\"}]";
        assertThat(execute(new StatusCommand(), Stream.of("--json"))).isZero();
        JsonNode cycle =
                JsonMapper.shared().readTree(out.toString()).path("cycles").path(0);
        assertThat(cycle.path("cycle").path("cycle").asString()).isEqualTo("c");
        assertThat(cycle.path("reports").path(0).path("report").asString()).isEqualTo("r1");
    }

    @Test
    void emptyAnswer_isExplained() {
        answer = "{\"cycle\":\"c\",\"known\":{},\"phase\":\"absent\"}";
        run(new ReplayCommand(), "13", "--at", "0");
        assertThat(out.toString()).contains("第一条事件之前，尚未开启", "当时尚未填报");
        run(new DiffCommand(), "13", "--from", "0");
        assertThat(out.toString()).contains("到 现在：", "没有变化");
    }

    @Test
    void json_isTheAnswerItself() {
        answer = STATE;
        run(new ReplayCommand(), "13", "--json");
        assertThat(JsonMapper.shared().readTree(out.toString()))
                .isEqualTo(JsonMapper.shared().readTree(STATE));
    }

    @Test
    void diff_withoutFrom_isWrongUsage() {
        assertThat(run(new DiffCommand(), "13")).isEqualTo(2);
        assertThat(err.toString()).contains("--from");
    }

    private static int organisation(String line) {
        return line.indexOf(line.contains("330602-jtj") ? "330602-jtj" : "越城区财政局");
    }

    private int run(Object command, String... arguments) {
        return execute(command, Stream.concat(Stream.of(arguments), Stream.of("--cycle", "c")));
    }

    private int execute(Object command, Stream<String> arguments) {
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        Stream<String> access =
                Stream.of("--url", "http://127.0.0.1:" + server.getAddress().getPort(), "--token", "t");
        return line.execute(Stream.concat(arguments, access).toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        String body = answer;
        if (address.equals("/api/v1/cycles")) {
            body = CYCLES;
        } else if (address.endsWith("/framework")) {
            body = FRAMEWORK;
        } else {
            asked.set(address);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
