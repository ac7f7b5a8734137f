package org.dutyledger.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.dutyledger.benchmarks.ledger.Latencies;

/** Closed-loop clients of the submission service, each with a connection, a token check and items of its own. */
final class HttpLoad {
    private final URI service;
    private final Sheet sheet;
    private final Installation installation;
    private final Map<Long, String> receipts = new ConcurrentHashMap<>();
    private int cycles;

    HttpLoad(URI service, Sheet sheet, Installation installation) {
        this.service = service;
        this.sheet = sheet;
        this.installation = installation;
    }

    /** What a run reached. */
    record Result(double eventsPerSecond, Latencies latencies) {}

    /** Every receipt that was given: first position, hash of the commit. */
    Map<Long, String> receipts() {
        return receipts;
    }

    /** One event a request; each client works on an indicator of its own. */
    Result single(int clients, Duration time) throws IOException, InterruptedException, ExecutionException {
        List<String> indicators = sheet.indicators();
        List<Client> all = new ArrayList<>();
        String cycle = "";
        for (int i = 0; i < clients; i++) {
            String indicator = indicators.get(i % indicators.size());
            cycle = i % indicators.size() == 0 ? openCycle() : cycle;
            all.add(new Client(cycle, sheet.of(indicator), 1));
        }
        return run(all, time);
    }

    /** Many events a request; each client works on a cycle of its own. */
    Result batches(int clients, int size, Duration time) throws IOException, InterruptedException, ExecutionException {
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(new Client(openCycle(), sheet.lines().subList(0, size), size));
        }
        return run(all, time);
    }

    private Result run(List<Client> clients, Duration time) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        long start = System.nanoTime();
        List<Future<Latencies>> running = new ArrayList<>();
        for (Client client : clients) {
            running.add(threads.submit(() -> client.run(start + time.toNanos())));
        }
        Latencies all = new Latencies();
        for (Future<Latencies> one : running) {
            all.addAll(one.get());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        return new Result((double) all.count() * clients.get(0).size / seconds, all);
    }

    private String openCycle() throws IOException {
        String jurisdiction = "330602%03d%03d".formatted(cycles / 1000, cycles % 1000); // which has one cycle a year
        String cycle = "http-" + cycles++;
        String roles = sheet.framework().roles().keySet().stream()
                .map(role -> '"' + role + '"')
                .collect(Collectors.joining(",", "[", "]"));
        try (Connection office = new Connection(service, installation.officeToken())) {
            expect(
                    201,
                    office.send(
                            "POST",
                            "/api/v1/cycles",
                            cycle + "-open",
                            "{\"cycle\":\"" + cycle + "\",\"jurisdiction\":\"" + jurisdiction
                                    + "\",\"jurisdictionName\":\"越城区\","
                                    + "\"year\":" + sheet.framework().year() + ",\"framework\":\""
                                    + sheet.framework().id() + "\"}"));
            expect(
                    201,
                    office.send(
                            "PUT",
                            "/api/v1/cycles/" + cycle + "/organisations",
                            cycle + "-organisations",
                            "{\"organisations\":[{\"organisation\":\"" + Sheet.ORGANISATION
                                    + "\",\"name\":\"全区\",\"roles\":" + roles + "}]}"));
        }
        return cycle;
    }

    private static Connection.Answer expect(int status, Connection.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " in place of " + status + ": " + answer.body());
        }
        return answer;
    }

    /** Submits its lines, then corrects them for ever. */
    private final class Client {
        private final String cycle;
        private final List<Sheet.Line> lines;
        private final int size;

        Client(String cycle, List<Sheet.Line> lines, int size) {
            this.cycle = cycle;
            this.lines = lines;
            this.size = size;
        }

        Latencies run(long end) throws IOException {
            Latencies latencies = new Latencies();
            String path = "/api/v1/cycles/" + cycle + "/submissions";
            String name = cycle + "-" + lines.get(0).indicator() + "-";
            try (Connection connection = new Connection(service, installation.submitterToken())) {
                for (int n = 0; System.nanoTime() < end; n++) {
                    String body = body(n);
                    long start = System.nanoTime();
                    Connection.Answer answer = expect(201, connection.send("POST", path, name + n, body));
                    latencies.add(System.nanoTime() - start);
                    String other =
                            receipts.put(Long.parseLong(answer.member("firstPosition")), answer.member("commitHash"));
                    if (other != null) {
                        throw new IllegalStateException("two receipts for one position: " + answer.body());
                    }
                }
            }
            return latencies;
        }

        private String body(int n) {
            int at = n * size;
            int version = at / lines.size();
            int from = at % lines.size();
            return lines.subList(from, from + size).stream()
                    .map(line -> line.json(version))
                    .collect(Collectors.joining(
                            ",", "{\"organisation\":\"" + Sheet.ORGANISATION + "\",\"items\":[", "]}"));
        }
    }
}
