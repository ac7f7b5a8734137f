package org.dutyledger.submission.it;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dutyledger.submission.SubmissionApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on real HTTP, configured as in production: by environment-style settings only. */
final class RunningService implements AutoCloseable {
    private static final KeyPair KEYS = keys();

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With a database of its own and no Kafka at all: requests over HTTP do not need it. */
    static RunningService start() {
        return start(Backends.mongoHost(), "127.0.0.1:" + Backends.freePort());
    }

    static RunningService start(String mongoHost, String kafka) {
        return start(mongoHost, kafka, "l" + UUID.randomUUID().toString().substring(0, 8));
    }

    static RunningService start(String mongoHost, String kafka, String database) {
        return start(mongoHost, kafka, database, Map.of());
    }

    static RunningService start(String mongoHost, String kafka, String database, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "spring.config.name",
                SubmissionApplication.CONFIG_NAME,
                "SERVER_PORT",
                "0",
                "MONGODB_URI",
                "mongodb://" + mongoHost + "/?directConnection=true",
                "KAFKA_BOOTSTRAP_SERVERS",
                kafka,
                "DUTYLEDGER_KAFKA_ORGANISATIONS",
                "*",
                "DUTYLEDGER_JWT_PUBLIC_KEY",
                publicKey()));
        return new RunningService(new SpringApplicationBuilder(SubmissionApplication.class)
                .properties(settings)
                .run("--dutyledger.submission.database=" + database));
    }

    /** What anyone gets there who has no token. */
    HttpResponse<byte[]> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Api as(String role, String... organisations) {
        return new Api(port(), token(role, List.of(organisations)));
    }

    /** As a role that is responsible for one jurisdiction only. */
    Api asOf(String jurisdiction, String role) {
        return new Api(port(), token(role, List.of(), List.of(jurisdiction)));
    }

    Api withToken(String token) {
        return new Api(port(), token);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** HTTP status of the health address. */
    int health() {
        return open("/actuator/health").statusCode();
    }

    /** Asks without a token. */
    HttpResponse<String> open(String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String token(String role, List<String> organisations) {
        List<String> jurisdictions = role.equals("auditor") ? List.of("*") : List.of("330602");
        return token(role, organisations, role.equals("submitter") ? List.of() : jurisdictions);
    }

    private static String token(String role, List<String> organisations, List<String> jurisdictions) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.ES256),
                    new JWTClaimsSet.Builder()
                            .subject("test-" + role)
                            .issuer("dutyledger")
                            .audience("dutyledger")
                            .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                            .claim("roles", List.of(role))
                            .claim("orgs", organisations)
                            .claim("jurisdictions", jurisdictions)
                            .build());
            jwt.sign(new ECDSASigner((ECPrivateKey) KEYS.getPrivate()));
            return jwt.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicKey() {
        try {
            Path pem = Files.createTempFile("jwt-public", ".pem");
            Files.writeString(
                    pem,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(KEYS.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return pem.toUri().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
