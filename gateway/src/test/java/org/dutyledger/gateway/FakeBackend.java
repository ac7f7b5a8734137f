package org.dutyledger.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Replaces the services: returns its name and the request, and keeps event streams open that the test writes to. It can
 * stop and restart on the same port.
 */
public final class FakeBackend implements AutoCloseable {
    private final String name;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
    private final List<ReplayQuery> asked = new CopyOnWriteArrayList<>();
    private volatile HttpServer server;
    private volatile String current = "";

    /** What arrived here. */
    public record ReplayQuery(String method, String path, String query, Headers headers) {
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    public FakeBackend(String name) {
        this.name = name;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public List<ReplayQuery> asked() {
        return asked;
    }

    public ReplayQuery last() {
        return asked.get(asked.size() - 1);
    }

    public int openStreams() {
        return streams.size();
    }

    /** From now on answers that path with that JSON. */
    public void answer(String path, String json) {
        answers.put(path, json);
        refused.remove(path);
    }

    /** From now on answers that path, and what is below it, with that status. */
    public void refuse(String path, int status) {
        refused.put(path, status);
    }

    /** Sends an event to every open stream and to every one opened from now on. */
    public void push(long position, String json) {
        current = "id: " + position + "\nevent: progress\ndata: " + json + "\n\n";
        for (HttpExchange stream : streams) {
            try {
                write(stream.getResponseBody(), current);
            } catch (IOException gone) {
                streams.remove(stream);
            }
        }
    }

    /** Breaks every stream and stops listening. */
    public void shutDown() {
        streams.forEach(HttpExchange::close);
        streams.clear();
        server.stop(0);
    }

    public void restart() {
        server = listen(port);
    }

    @Override
    public void close() {
        shutDown();
        threads.shutdownNow();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", wanted), 0);
            listening.setExecutor(threads);
            listening.createContext("/", this::handle);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new ReplayQuery(
                exchange.getRequestMethod(), path, exchange.getRequestURI().getQuery(), exchange.getRequestHeaders()));
        for (Map.Entry<String, Integer> one : refused.entrySet()) {
            if (path.startsWith(one.getKey())) {
                exchange.sendResponseHeaders(one.getValue(), -1);
                exchange.close();
                return;
            }
        }
        if (path.endsWith("/progress/stream")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), ":\n\n" + current);
            streams.add(exchange);
            return;
        }
        if (path.endsWith("/silent")) {
            return; // keeps the connection and never answers
        }
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        byte[] body =
                answers.getOrDefault(path, "{\"backend\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", path.endsWith(".html") ? "text/html" : "application/json");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
