package org.dutyledger.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The whole gateway on a free port with a fake service behind each route. */
public final class RunningGateway implements AutoCloseable {
    public final FakeBackend submission = new FakeBackend("submission");
    public final FakeBackend scoring = new FakeBackend("scoring");
    public final FakeBackend report = new FakeBackend("report");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    public RunningGateway(String... more) {
        String[] args = new String[more.length + 6];
        args[0] = "--spring.config.name=gateway";
        args[1] = "--SERVER_PORT=0";
        args[2] = "--SUBMISSION_URL=" + submission.url();
        args[3] = "--SCORING_URL=" + scoring.url();
        args[4] = "--REPORT_URL=" + report.url();
        args[5] = "--DUTYLEDGER_JWT_PUBLIC_KEY=" + TestTokens.publicKey();
        System.arraycopy(more, 0, args, 6, more.length);
        context = new SpringApplicationBuilder(GatewayApplication.class).run(args);
    }

    public String url() {
        Environment environment = context.getEnvironment();
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    public static String token() {
        return TestTokens.of("anna", Duration.ofMinutes(10));
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    /** A request with a good bearer token. */
    public HttpRequest.Builder as(String token, String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return http.send(request.version(HttpClient.Version.HTTP_1_1).build(), body);
    }

    @Override
    public void close() {
        context.close();
        submission.close();
        scoring.close();
        report.close();
    }
}
