package org.dutyledger.gateway.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One indicator with as many corrections as a test wants, and what the services would answer about it. A test can have
 * any answer spoiled on its way to the browser.
 */
final class SampleHistory {
    private static final Instant FIRST = Instant.parse("2022-03-01T00:00:00Z");
    private final int size;
    private final SignedEvents signed;
    private UnaryOperator<String> spoil = answer -> answer;
    private int status = 200;
    private String published;

    SampleHistory(int size) {
        this.size = size;
        this.signed = new SignedEvents(
                IntStream.range(0, size).mapToObj(SampleHistory::stored).toList());
        this.published = signed.checkpoint();
    }

    String fingerprint() {
        return signed.fingerprint();
    }

    /** From now on every answer passes through this. */
    void spoil(UnaryOperator<String> spoil) {
        this.spoil = spoil;
    }

    /** From now on the answers about the indicator are refused. */
    void refuse(int status) {
        this.status = status;
    }

    /** From now on this is the published checkpoint. */
    void publish(Function<SignedEvents, String> checkpoint) {
        published = checkpoint.apply(signed);
    }

    /** Answers in place of the services. */
    void answerTo(Page page) {
        page.route("**/api/v1/**", this::answer);
        page.route("**/.well-known/dutyledger/*", this::answer);
    }

    private void answer(Route route) {
        URI asked = URI.create(route.request().url());
        String path = asked.getPath();
        if (path.endsWith("/progress/stream") || path.endsWith("/reports")) {
            route.resume(); // of the live page, not of this one
            return;
        }
        boolean about = path.matches(".*/(history|state|difference)");
        String body = about && status != 200
                ? "{\"status\":" + status + ",\"code\":\"TEST\",\"detail\":\"as the test wishes\"}"
                : spoil.apply(body(path, query(asked)));
        route.fulfill(new Route.FulfillOptions()
                .setStatus(about ? status : 200)
                .setContentType(path.startsWith("/.well-known") ? "text/plain" : "application/json")
                .setBody(body));
    }

    private String body(String path, Map<String, String> query) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return switch (last) {
            case "key.pem" -> signed.pem();
            case "checkpoint" -> published;
            case "consistency" ->
                signed.consistency(Integer.parseInt(query.get("from")), Integer.parseInt(query.get("to")));
            case "cycles" -> """
                    {"cycles":[{"cycle":"c","jurisdictionName":"越城区"}]}""";
            case "c" -> """
                    {"cycle":"c","organisations":[{"organisation":"school","name":"建功中学"}]}""";
            case "framework" -> """
                    {"holders":[{"id":"13","title":"促进学前教育普及普惠发展","titleEn":"Preschool","items":[{"id":"rate","name":"毛入园率"}]},
                     {"id":"14","title":"推进义务教育优质均衡发展","items":[]}]}""";
            case "history" -> history(query);
            case "state" -> state(query);
            case "difference" -> difference(last(query.get("to")));
            default -> signed.proof(Integer.parseInt(last));
        };
    }

    private String history(Map<String, String> query) {
        int from = Integer.parseInt(query.get("from"));
        int end = query.get("indicator").equals("13") ? Math.min(size, from + Integer.parseInt(query.get("limit"))) : 0;
        String events = IntStream.range(from, end)
                .mapToObj(n -> line(n, query.containsKey("data")))
                .collect(Collectors.joining(","));
        return "{\"events\":[" + events + "]" + (end > 0 && end < size ? ",\"next\":\"" + end + "\"" : "") + "}";
    }

    private String state(Map<String, String> query) {
        int last = last(query.getOrDefault("atPosition", query.get("recordedAt")));
        return """
                {"phase":"open","known":{"position":"%1$d","recordedAt":"%2$s"},"items":[{"item":"rate","organisation":"school",
                 "status":"submitted","value":"%1$d","unit":"%%","files":[],"setBy":%3$s,"last":%3$s}]}""".formatted(last, at(last), line(last, false));
    }

    private static String difference(int to) {
        return """
                {"phaseBefore":"open","phaseAfter":"open","others":[],"changes":[{"item":"rate","organisation":"school",
                 "before":{"value":"%d","status":"submitted"},"after":{"value":"%d","status":"submitted"},"causes":[%s]}]}""".formatted(to - 1, to, line(to, false));
    }

    /** The last event that counts at a position or an instant. */
    private int last(String moment) {
        return moment.matches("\\d+")
                ? Integer.parseInt(moment)
                : (int) Math.min(
                        size - 1, Duration.between(FIRST, Instant.parse(moment)).toMinutes());
    }

    private static String line(int n, boolean data) {
        return """
                {"position":"%d","eventId":"e-%1$d","commitHash":"%s","recordedAt":"%s","type":"figure.corrected.v1","actor":"school",
                 "door":"http","payload":%s%s}""".formatted(
                        n,
                        "ab".repeat(32),
                        at(n),
                        payload(n),
                        data ? ",\"data\":\"" + Base64.getEncoder().encodeToString(stored(n)) + "\"" : "");
    }

    private static byte[] stored(int n) {
        return """
                {"aggregate":"evidence/c/13","id":"e-%d","meta":{"actor":"school","door":"http"},"payload":%s,"seq":"%1$d","ts":"%s","type":"figure.corrected.v1"}""".formatted(n, payload(n), at(n)).getBytes(UTF_8);
    }

    private static String payload(int n) {
        return """
                {"item":"rate","organisation":"school","previous":"%d","reason":"第%d次核对","unit":"%%","value":"%2$d"}""".formatted(n - 1, n);
    }

    private static String at(int n) {
        return FIRST.plusSeconds(n * 60L).toString();
    }

    private static Map<String, String> query(URI asked) {
        String query = asked.getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
